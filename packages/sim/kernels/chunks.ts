// What is done with chunks of samples, from `from` to before `to`: the calls that JavaScript makes.
import { VECTOR, at, clear, put, splat, sumOf } from './vector';
import { addResult, readDials, readFeatures, turnDials, writeSlopes } from './dials';
import { DIAGONAL, Frame, Program } from './layout';
import { measureWords, readCotangents, seed, shareSlopes, writeOutputs } from './measure';
import { diagonalOfReal, undiagonalToReal } from './diagonal';
import { rotateLanes1 } from './rotate-lanes';
import { amplitudeSlopes, amplitudeState, productSlopes, productState, realOf, stateOf } from './start';
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

/** Whether the first pass makes the first state of the real numbers that the start is. */
@inline
function startsReal(program: Program): bool {
  return program.startDials != 0 && program.passCount > 0 && passOf(program, 0).kind == DIAGONAL;
}

@inline
function productOf<T>(program: Program, frame: Frame): usize {
  return frame.product + ((program.lanes * sizeof<T>()) << program.qubits);
}

/** Reads a chunk's features, and makes the start of them: a real product, or else the state in the first slot. */
function begin<T>(program: Program, frame: Frame, chunk: u32): void {
  const lanes = program.lanes * sizeof<T>();
  readFeatures<T>(program, frame, chunk);
  turnDials<T>(program, frame);
  if (program.startDials) productState<T>(frame.product, program.qubits, lanes, program.startDials, frame.dials);
  else {
    const initial = program.initial;
    amplitudeState<T>(slotOf(frame, 0), 1 << program.qubits, lanes, frame.features, initial, program.initialCount, frame.norms);
  }
}

/** The state at the start, in the first slot. */
function startState<T>(program: Program, frame: Frame): usize {
  const psi = slotOf(frame, 0);
  const lanes = program.lanes * sizeof<T>();
  if (program.startDials) stateOf<T>(productOf<T>(program, frame), psi, 1 << program.qubits, lanes);
  return psi;
}

function finalState<T>(program: Program, frame: Frame, chunk: u32, keeping: u32): usize {
  const a = slotOf(frame, 0);
  const b = slotOf(frame, 1);
  begin<T>(program, frame, chunk);
  if (!startsReal(program)) return forward<T>(program, frame, 0, startState<T>(program, frame), keeping, a, b);
  const pass = passOf(program, 0);
  const table = pass.table;
  const psi = keeping == KEEPING ? slotOf(frame, pass.slot) : a;
  const lanes = program.lanes * sizeof<T>();
  diagonalOfReal<T>(productOf<T>(program, frame), psi, 1 << program.qubits, lanes, table.table, table.source);
  return forward<T>(program, frame, 1, psi, keeping, a, b);
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
    begin<T>(program, frame, chunk);
    const last = forward<T>(program, frame, 0, startState<T>(program, frame), KEEPING_ALL, a, b);
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

/** The slopes in the angles that the qubits start with: only Re λ is wanted, as the start is real. */
function startSlopes<T>(program: Program, frame: Frame, psi: usize): void {
  const lanes = program.lanes * sizeof<T>();
  const size: u32 = 1 << program.qubits;
  const v = frame.scratch;
  if (startsReal(program)) {
    const t = passOf(program, 0).table;
    undiagonalToReal<T>(frame.lambda, v, psi, size, lanes, t.table, t.source, frame.sums + t.sums);
  } else realOf<T>(frame.lambda, v, size, lanes);
  productSlopes<T>(v, frame.product, program.qubits, lanes, program.startDials, frame.dials, frame.raw);
}
