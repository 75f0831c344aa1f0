// The exports, each in both precisions.
import { prepare, pullBack, run, states } from './chunks';
import { Large } from './large';
import { exchangeSweep, gatherSweep, matrixSweep, wordAdd, wordSweep } from './large-general';
import { highSweep } from './large-high';
import { lowSweep, productSweep, seedSweep } from './large-low';
import { phaseSlopes, turnSlopes, wordSum, zSums } from './large-sums';
import { Frame, Program } from './layout';
import { runShifted } from './shifts';

export function prepare32(program: Program): void {
  prepare<f32>(program);
}
export function prepare64(program: Program): void {
  prepare<f64>(program);
}
export function run32(program: Program, frame: Frame, from: u32, to: u32): void {
  run<f32>(program, frame, from, to);
}
export function run64(program: Program, frame: Frame, from: u32, to: u32): void {
  run<f64>(program, frame, from, to);
}
export function runShifted32(program: Program, frame: Frame, from: u32, to: u32): void {
  runShifted<f32>(program, frame, from, to);
}
export function runShifted64(program: Program, frame: Frame, from: u32, to: u32): void {
  runShifted<f64>(program, frame, from, to);
}
export function pullBack32(program: Program, frame: Frame, from: u32, to: u32, results: usize): void {
  frame.results = results;
  pullBack<f32>(program, frame, from, to);
}
export function pullBack64(program: Program, frame: Frame, from: u32, to: u32, results: usize): void {
  frame.results = results;
  pullBack<f64>(program, frame, from, to);
}
export function states32(program: Program, frame: Frame, from: u32, to: u32): void {
  states<f32>(program, frame, from, to);
}
export function states64(program: Program, frame: Frame, from: u32, to: u32): void {
  states<f64>(program, frame, from, to);
}
export function lowSweep32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  lowSweep<f32>(large, from, to, results);
}
export function highSweep32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  highSweep<f32>(large, from, to);
}
export function productSweep32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  productSweep<f32>(large, from, to);
}
export function seedSweep32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  seedSweep<f32>(large, from, to);
}
export function wordSweep32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  wordSweep<f32>(large, from, to);
}
export function wordAdd32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  wordAdd<f32>(large, from, to);
}
export function gatherSweep32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  gatherSweep<f32>(large, from, to);
}
export function exchangeSweep32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  exchangeSweep<f32>(large, from, to);
}
export function zSums32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  zSums<f32>(large, from, to, results);
}
export function phaseSlopes32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  phaseSlopes<f32>(large, from, to, results);
}
export function turnSlopes32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  turnSlopes<f32>(large, from, to, results);
}
export function wordValue32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  wordSum<f32>(large, from, to, results, false);
}
export function wordSlope32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  wordSum<f32>(large, from, to, results, true);
}
export function matrixSweep32(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  matrixSweep<f32>(large);
}
export function lowSweep64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  lowSweep<f64>(large, from, to, results);
}
export function highSweep64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  highSweep<f64>(large, from, to);
}
export function productSweep64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  productSweep<f64>(large, from, to);
}
export function seedSweep64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  seedSweep<f64>(large, from, to);
}
export function wordSweep64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  wordSweep<f64>(large, from, to);
}
export function wordAdd64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  wordAdd<f64>(large, from, to);
}
export function gatherSweep64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  gatherSweep<f64>(large, from, to);
}
export function exchangeSweep64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  exchangeSweep<f64>(large, from, to);
}
export function zSums64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  zSums<f64>(large, from, to, results);
}
export function phaseSlopes64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  phaseSlopes<f64>(large, from, to, results);
}
export function turnSlopes64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  turnSlopes<f64>(large, from, to, results);
}
export function wordValue64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  wordSum<f64>(large, from, to, results, false);
}
export function wordSlope64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  wordSum<f64>(large, from, to, results, true);
}
export function matrixSweep64(large: Large, frame: usize, from: u32, to: u32, results: usize): void {
  matrixSweep<f64>(large);
}
