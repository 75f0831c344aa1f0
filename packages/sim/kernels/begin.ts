// Where a chunk begins, forward and on the way back.
import { diagonalOfReal, undiagonalToReal } from './diagonal';
import { readFeatures, turnDials } from './dials';
import { DIAGONAL, Frame, Program } from './layout';
import { amplitudeSlopes, amplitudeState, productSlopes, productState, realOf, stateOf } from './start';
import { KEEPING, forward, passOf, slotOf } from './sweep';

/** Whether the first pass makes the first state of the real numbers that the start is. */
@inline
export function startsReal(program: Program): bool {
  return program.startDials != 0 && program.passCount > 0 && passOf(program, 0).kind == DIAGONAL;
}

@inline
function productOf<T>(program: Program, frame: Frame): usize {
  return frame.product + ((program.lanes * sizeof<T>()) << program.qubits);
}

/** Reads a chunk's features, and makes the start of them: a real product, or else the state in the first slot. */
export function begin<T>(program: Program, frame: Frame, chunk: u32): void {
  const lanes = program.lanes * sizeof<T>();
  readFeatures<T>(program, frame, chunk);
  turnDials<T>(program, frame);
  if (program.startDials) productState<T>(frame.product, program.qubits, lanes, program.startDials, frame.dials);
  else {
    const psi = slotOf(frame, 0);
    const count = program.initialCount;
    amplitudeState<T>(psi, 1 << program.qubits, lanes, frame.features, program.initial, count, frame.norms);
  }
}

/** The state at the start, in the first slot. */
export function startState<T>(program: Program, frame: Frame): usize {
  const psi = slotOf(frame, 0);
  const lanes = program.lanes * sizeof<T>();
  if (program.startDials) stateOf<T>(productOf<T>(program, frame), psi, 1 << program.qubits, lanes);
  return psi;
}

/** The final states of a chunk. */
export function finalState<T>(program: Program, frame: Frame, chunk: u32, keeping: u32): usize {
  const a = slotOf(frame, 0);
  const b = slotOf(frame, 1);
  begin<T>(program, frame, chunk);
  if (!startsReal(program)) return forward<T>(program, frame, 0, startState<T>(program, frame), keeping, a, b);
  const psi = keeping == KEEPING ? slotOf(frame, passOf(program, 0).slot) : a;
  firstState<T>(program, frame, psi);
  return forward<T>(program, frame, 1, psi, keeping, a, b);
}

/** The state behind the first pass, of the real numbers that the start is. */
export function firstState<T>(program: Program, frame: Frame, dst: usize): void {
  const t = passOf(program, 0).table;
  const lanes = program.lanes * sizeof<T>();
  diagonalOfReal<T>(productOf<T>(program, frame), dst, 1 << program.qubits, lanes, t.table, t.source);
}

/** The slopes in what the start depends on, from λ and ψ where `backward` left them. */
export function startSlopes<T>(program: Program, frame: Frame, psi: usize): void {
  const lanes = program.lanes * sizeof<T>();
  if (!program.startDials) {
    if (!program.wantsFeatures) return;
    amplitudeSlopes<T>(frame.lambda, psi, lanes, program.initial, program.initialCount, frame.norms, frame.slopes);
    return;
  }
  // As the start is real, only Re λ is wanted.
  const size: u32 = 1 << program.qubits;
  const v = frame.scratch;
  if (startsReal(program)) {
    const t = passOf(program, 0).table;
    undiagonalToReal<T>(frame.lambda, v, psi, size, lanes, t.table, t.source, frame.sums + t.sums);
  } else realOf<T>(frame.lambda, v, size, lanes);
  productSlopes<T>(v, frame.product, program.qubits, lanes, program.startDials, frame.dials, frame.raw);
}
