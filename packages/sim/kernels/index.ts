// The exports, each in both precisions.
import { prepare, pullBack, run, runShifted, states } from './chunks';
import { Frame, Program } from './layout';

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
