// What is done with chunks of samples, from `from` to before `to`: the calls that JavaScript makes.
import { VECTOR, at, put, splat, sumOf } from './vector';
import { addResult, readDials, readFeatures, turnDials, writeSlopes } from './dials';
import { DIAGONAL, Frame, Program } from './layout';
import { measureWords, readCotangents, seed, shareSlopes, writeOutputs } from './measure';
import { rotateLanes1, slopeLanes1 } from './rotate-lanes';
import { amplitudeSlopes, amplitudeState, productState } from './start';
import { KEEPING, KEEPING_ALL, PASSING, backward, forward, passOf, slotOf } from './sweep';
import { buildTable, tableSlopes } from './table';
import { rotateWord } from './word';

/** What depends on the weights alone. */
export function prepare<T>(program: Program): void {
  for (let k: u32 = 0; k < program.passCount; k++) {
    const pass = passOf(program, k);
    if (pass.kind == DIAGONAL) buildTable<T>(pass.table, program.qubits);
  }
}

/** The states that a chunk begins from, in the first slot. */
function begin<T>(program: Program, frame: Frame, chunk: u32): usize {
  const lanes = program.lanes * sizeof<T>();
  const psi = slotOf(frame, 0);
  readFeatures<T>(program, frame, chunk);
  turnDials<T>(program, frame);
  if (program.startDials) productState<T>(psi, program.qubits, lanes, program.startDials, frame.dials);
  else amplitudeState<T>(psi, 1 << program.qubits, lanes, frame.features, program.initial, program.initialCount, frame.norms);
  return psi;
}

function finalState<T>(program: Program, frame: Frame, chunk: u32): usize {
  const psi = begin<T>(program, frame, chunk);
  return forward<T>(program, frame, 0, psi, PASSING, slotOf(frame, 0), slotOf(frame, 1));
}

/** ⟨O⟩ of every row. */
export function run<T>(program: Program, frame: Frame, from: u32, to: u32): void {
  for (let chunk = from; chunk < to; chunk++) {
    measureWords<T>(program, frame, finalState<T>(program, frame, chunk));
    writeOutputs<T>(program, frame, chunk, program.outputs);
  }
}

/** The states of every row, 2ⁿ complex numbers each, to `outputs`. */
export function states<T>(program: Program, frame: Frame, from: u32, to: u32): void {
  const size: u32 = 1 << program.qubits;
  const lanes = program.lanes;
  for (let chunk = from; chunk < to; chunk++) {
    const psi = finalState<T>(program, frame, chunk);
    for (let lane: u32 = 0; lane < lanes && chunk * lanes + lane < program.rows; lane++) {
      let out = program.outputs + (chunk * lanes + lane) * size * 2 * sizeof<T>();
      for (let k: u32 = 0; k < size; k++) {
        const entry = psi + (2 * k * lanes + lane) * sizeof<T>();
        store<T>(out, load<T>(entry));
        store<T>(out + sizeof<T>(), load<T>(entry + lanes * sizeof<T>()));
        out += 2 * sizeof<T>();
      }
    }
  }
}

/** ⟨O⟩ of every row for every shift: each goes on from the state kept in front of the pass that it is in. */
export function runShifted<T>(program: Program, frame: Frame, from: u32, to: u32): void {
  const size = program.rows * program.observableCount * sizeof<T>();
  const a = slotOf(frame, program.passCount + 1);
  const b = slotOf(frame, program.passCount + 2);
  for (let chunk = from; chunk < to; chunk++) {
    const psi = begin<T>(program, frame, chunk);
    const last = forward<T>(program, frame, 0, psi, KEEPING_ALL, a, b);
    let generator: u32 = 0;
    for (let s: u32 = 0; s < program.shiftCount; s++) {
      const first = load<u32>(program.shifts + (s << 3));
      const end = load<u32>(program.shifts + (s << 3), 4);
      let moved = generator == end ? last : slotOf(frame, first);
      const start = generator == end ? program.passCount : first;
      for (; generator < end; generator++) {
        applyGenerator<T>(program, frame, generator, moved, a);
        moved = a;
      }
      measureWords<T>(program, frame, forward<T>(program, frame, start, moved, PASSING, a, b));
      writeOutputs<T>(program, frame, chunk, program.outputs + s * size);
    }
  }
}

/** exp(−iβ·word) where every control is 1: x, z and controls at `generators`, cos β and sin β at `generatorValues`. */
function applyGenerator<T>(program: Program, frame: Frame, generator: u32, src: usize, dst: usize): void {
  const lanes = program.lanes * sizeof<T>();
  const value = program.generatorValues + 2 * generator * sizeof<T>();
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    put(frame.along + i, splat<T>(load<T>(value)));
    put(frame.along + lanes + i, splat<T>(load<T>(value + sizeof<T>())));
  }
  const word = program.generators + generator * 12;
  const x = load<u32>(word);
  const z = load<u32>(word, 4);
  const controls = load<u32>(word, 8);
  const size: u32 = 1 << program.qubits;
  const single = x == z && (x & (x - 1)) == 0 && controls == 0;
  if (single) rotateLanes1<T>(src, dst, size, lanes, ctz<u32>(x), frame.along, false);
  else rotateWord<T>(src, dst, size, lanes, x, z, controls, frame.along, false);
}

/** The gradient of Σ cotangent·⟨O⟩ over the rows: what sums over rows to the frame's `results`, which is cleared first. */
export function pullBack<T>(program: Program, frame: Frame, from: u32, to: u32): void {
  const lanes = program.lanes * sizeof<T>();
  memory.fill(frame.results, 0, program.resultCount << 3);
  memory.fill(frame.sums, 0, frame.sumBytes);
  for (let chunk = from; chunk < to; chunk++) {
    const start = begin<T>(program, frame, chunk);
    const keeping = program.undoes ? PASSING : KEEPING;
    const last = forward<T>(program, frame, 0, start, keeping, slotOf(frame, 0), slotOf(frame, 1));
    readCotangents<T>(program, frame, chunk);
    if (program.wantsShares) {
      measureWords<T>(program, frame, last);
      shareSlopes<T>(program, frame);
    }
    seed<T>(program, frame, last);
    memory.fill(frame.raw, 0, program.dialCount * lanes);
    memory.fill(frame.slopes, 0, program.featureCount * lanes);
    const psi = backward<T>(program, frame, last);
    if (program.startDials) startSlopes<T>(program, frame, psi);
    else if (program.wantsFeatures)
      amplitudeSlopes<T>(frame.lambda, psi, lanes, program.initial, program.initialCount, frame.norms, frame.slopes);
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

/** Each qubit starts with a rotation about Y, so its slope is that of one. */
function startSlopes<T>(program: Program, frame: Frame, psi: usize): void {
  const lanes = program.lanes * sizeof<T>();
  const size: u32 = 1 << program.qubits;
  for (let qubit: u32 = 0; qubit < program.qubits; qubit++) {
    const dial = load<u32>(program.startDials + (qubit << 2));
    slopeLanes1<T>(frame.lambda, psi, size, lanes, qubit, frame.raw + dial * lanes);
  }
}
