// Moved angles: each goes on from the state that was kept in front of the pass where it acts.
import { VECTOR, add, at, mul, put, splatAt, sub } from './vector';
import { begin, firstState, startState, startsReal } from './begin';
import { diagonalAndWord } from './diagonal';
import { DIAGONAL, Frame, Program } from './layout';
import { measureWords, writeOutputs } from './measure';
import { rotateLanes1 } from './rotate-lanes';
import { productState } from './start';
import { KEEPING_ALL, PASSING, forward, passOf, slotOf } from './sweep';
import { rotateWord } from './word';

/** exp(−iβ·word) where every control is 1. */
@unmanaged
class Generator {
  x: u32;
  z: u32;
  controls: u32;
}

@inline
function generatorOf(program: Program, index: u32): Generator {
  return changetype<Generator>(program.generators + index * offsetof<Generator>());
}

/** The address of cos β and sin β. */
@inline
function valueOf<T>(program: Program, index: u32): usize {
  return program.generatorValues + 2 * index * sizeof<T>();
}

/** Whether it is a rotation about Y of one qubit. */
@inline
function isTurn(generator: Generator): bool {
  return generator.x == generator.z && popcnt<u32>(generator.x) == 1 && generator.controls == 0;
}

@inline
function isPhase(generator: Generator): bool {
  return generator.x == 0 && generator.controls == 0;
}

/** The end of a shift's generators; before it, for each shift, the pass before which it acts. */
@inline
function endOf(program: Program, shift: u32): u32 {
  return load<u32>(program.shifts + (shift << 3), 4);
}

/** ⟨O⟩ of every row for every shift. */
export function runShifted<T>(program: Program, frame: Frame, from: u32, to: u32): void {
  const size = (program.rows * program.observableCount) << 3;
  const a = slotOf(frame, program.passCount + 1);
  const b = slotOf(frame, program.passCount + 2);
  for (let chunk = from; chunk < to; chunk++) {
    begin<T>(program, frame, chunk);
    // Nothing is seen of a shift without generators.
    measureWords<T>(program, frame, forward<T>(program, frame, 0, startState<T>(program, frame), KEEPING_ALL, a, b));
    let generator: u32 = 0;
    for (let s: u32 = 0; s < program.shiftCount; s++) {
      const end = endOf(program, s);
      if (generator == end) writeOutputs<T>(program, frame, chunk, program.outputs + s * size);
      generator = end;
    }
    generator = 0;
    for (let s: u32 = 0; s < program.shiftCount; s++) {
      const end = endOf(program, s);
      if (generator == end) continue;
      const first = load<u32>(program.shifts + (s << 3));
      measureWords<T>(program, frame, movedState<T>(program, frame, first, generator, end));
      writeOutputs<T>(program, frame, chunk, program.outputs + s * size);
      generator = end;
    }
  }
}

/**
 * The final state with generators in front of the pass `first`. A single one that suits the start or that pass goes
 * into it.
 */
function movedState<T>(program: Program, frame: Frame, first: u32, generator: u32, end: u32): usize {
  const a = slotOf(frame, program.passCount + 1);
  const b = slotOf(frame, program.passCount + 2);
  const one = generatorOf(program, generator);
  const isOne = generator + 1 == end;
  let psi = slotOf(frame, first);
  if (isOne && first == 0 && isTurn(one) && startsReal(program)) {
    turnStart<T>(program, frame, one.x, valueOf<T>(program, generator));
    firstState<T>(program, frame, a);
    return forward<T>(program, frame, 1, a, PASSING, a, b);
  }
  if (isOne && isPhase(one) && first < program.passCount && passOf(program, first).kind == DIAGONAL) {
    const t = passOf(program, first).table;
    const lanes = program.lanes * sizeof<T>();
    diagonalAndWord<T>(psi, a, 1 << program.qubits, lanes, t.table, t.source, one.z, valueOf<T>(program, generator));
    return forward<T>(program, frame, first + 1, a, PASSING, a, b);
  }
  for (; generator < end; generator++) {
    applyGenerator<T>(program, frame, generator, psi, a);
    psi = a;
  }
  return forward<T>(program, frame, first, psi, PASSING, a, b);
}

/** The product state with one qubit turned on by β: its dial has cos(α + β) and sin(α + β) for as long. */
function turnStart<T>(program: Program, frame: Frame, x: u32, value: usize): void {
  const lanes = program.lanes * sizeof<T>();
  const cs = frame.dials + load<u32>(program.startDials + (ctz<u32>(x) << 2)) * (lanes << 1);
  const kept = frame.along;
  const c = splatAt<T>(value);
  const s = splatAt<T>(value + sizeof<T>());
  memory.copy(kept, cs, lanes << 1);
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    const before = at(kept + i);
    const beside = at(kept + lanes + i);
    put(cs + i, sub<T>(mul<T>(before, c), mul<T>(beside, s)));
    put(cs + lanes + i, add<T>(mul<T>(before, s), mul<T>(beside, c)));
  }
  productState<T>(frame.product, program.qubits, lanes, program.startDials, frame.dials);
  memory.copy(cs, kept, lanes << 1);
}

/** A generator as a pass of its own. */
function applyGenerator<T>(program: Program, frame: Frame, index: u32, src: usize, dst: usize): void {
  const size: u32 = 1 << program.qubits;
  const lanes = program.lanes * sizeof<T>();
  const value = valueOf<T>(program, index);
  const along = frame.along;
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    put(along + i, splatAt<T>(value));
    put(along + lanes + i, splatAt<T>(value + sizeof<T>()));
  }
  const one = generatorOf(program, index);
  if (isTurn(one)) rotateLanes1<T>(src, dst, size, lanes, ctz<u32>(one.x), along, false);
  else rotateWord<T>(src, dst, size, lanes, one.x, one.z, one.controls, along, false);
}
