// What is done with chunks of samples, from `from` to before `to`: the calls that JavaScript makes.
import { VECTOR, at, clear, sumOf } from './vector';
import { finalState, startSlopes, startsReal } from './begin';
import { addResult, readDials, writeSlopes } from './dials';
import { DIAGONAL, Frame, Program } from './layout';
import { measureWords, readCotangents, seed, shareSlopes, writeOutputs } from './measure';
import { KEEPING, PASSING, backward, passOf } from './sweep';
import { buildTable, tableSlopes } from './table';

/** What depends on the weights alone. */
export function prepare<T>(program: Program): void {
  for (let k: u32 = 0; k < program.passCount; k++) {
    const pass = passOf(program, k);
    if (pass.kind == DIAGONAL) buildTable<T>(pass.table, program.qubits);
  }
}

/** ⟨O⟩ of every row. */
export function run<T>(program: Program, frame: Frame, from: u32, to: u32): void {
  for (let chunk = from; chunk < to; chunk++) {
    measureWords<T>(program, frame, finalState<T>(program, frame, chunk, PASSING));
    writeOutputs<T>(program, frame, chunk, program.outputs);
  }
}

/** The states of every row, 2ⁿ complex numbers each, to `outputs`. */
export function states<T>(program: Program, frame: Frame, from: u32, to: u32): void {
  const size: u32 = 1 << program.qubits;
  const lanes = program.lanes;
  for (let chunk = from; chunk < to; chunk++) {
    const psi = finalState<T>(program, frame, chunk, PASSING);
    for (let lane: u32 = 0; lane < lanes && chunk * lanes + lane < program.rows; lane++) {
      let out = program.outputs + (((chunk * lanes + lane) * size) << 4);
      for (let k: u32 = 0; k < size; k++) {
        const entry = psi + (2 * k * lanes + lane) * sizeof<T>();
        store<f64>(out, <f64>load<T>(entry));
        store<f64>(out, <f64>load<T>(entry + lanes * sizeof<T>()), 8);
        out += 16;
      }
    }
  }
}

/** The gradient of Σ cotangent·⟨O⟩ over the rows: what sums over rows to the frame's `results`, which is cleared first. */
export function pullBack<T>(program: Program, frame: Frame, from: u32, to: u32): void {
  const lanes = program.lanes * sizeof<T>();
  memory.fill(frame.results, 0, program.resultCount << 3);
  memory.fill(frame.sums, 0, frame.sumBytes);
  for (let chunk = from; chunk < to; chunk++) {
    const last = finalState<T>(program, frame, chunk, program.undoes ? PASSING : KEEPING);
    readCotangents<T>(program, frame, chunk);
    if (program.wantsShares) {
      measureWords<T>(program, frame, last);
      shareSlopes<T>(program, frame);
    }
    seed<T>(program, frame, last);
    clear(frame.raw, program.dialCount * lanes);
    clear(frame.slopes, program.featureCount * lanes);
    const psi = backward<T>(program, frame, startsReal(program) ? 1 : 0, last);
    startSlopes<T>(program, frame, psi);
    readDials<T>(program, frame);
    if (program.wantsFeatures) writeSlopes<T>(program, frame, chunk);
  }
  for (let k: u32 = 0; k < program.tangentCount; k++)
    addResult(frame, k, sumOf<T>(at(frame.sums + k * VECTOR)));
  for (let k: u32 = 0; k < program.passCount; k++) {
    const pass = passOf(program, k);
    if (pass.kind == DIAGONAL && pass.table.wantsSlopes) tableSlopes<T>(program, frame, pass.table);
  }
}
