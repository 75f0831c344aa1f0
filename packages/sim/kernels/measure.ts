// Expectation values of a chunk's final state, and the λ = Σ cotangent · O|ψ⟩ from which the way back begins.
import { VECTOR, add, at, clear, mul, put, splatAt, sub, sumOf, zero } from './vector';
import { addResult } from './dials';
import { Frame, Program, Share } from './layout';
import { Words, alongSingle, fold, foldSingles, unfold, unfoldSingles } from './signs';
import { toLanes, toRows } from './transpose';
import { addWord, expectWord } from './word';
import { addXs, expectXs } from './xs';

/** ⟨word⟩ of each word, a number a lane, at the frame's `values`. */
export function measureWords<T>(program: Program, frame: Frame, psi: usize): void {
  const lanes = program.lanes * sizeof<T>();
  const size: u32 = 1 << program.qubits;
  if (program.zCount > 0) {
    const words = program.zWords;
    if (words.otherCount == 0 && program.qubits > 1) {
      if (program.zSource) halvedFrom<T>(psi, frame.scratch, size, lanes, program.zSource, words, frame.values);
      else halved<T>(psi, frame.scratch, size, lanes, words, frame.values);
      foldSingles<T>(frame.scratch, program.qubits - 1, lanes, words, frame.values);
    } else {
      probabilities<T>(psi, frame.scratch, size, lanes, program.zSource);
      fold<T>(frame.scratch, program.qubits, lanes, words, frame.values);
    }
  }
  expectXs<T>(psi, size, lanes, program.xSingles, frame.values);
  for (let w: u32 = 0; w < program.xCount; w++) {
    const word = program.xWords + w * 12;
    const value = frame.values + load<u32>(word, 8) * lanes;
    expectWord<T>(psi, program.qubits, lanes, load<u32>(word), load<u32>(word, 4), value);
  }
}

/** Whether only single Zs are measured, of amplitudes in their place: the highest is then taken together with the state. */
@inline
function onlySingles(program: Program): bool {
  return program.zWords.otherCount == 0 && program.zSource == 0 && program.qubits > 1;
}

/** |ψ|² of the amplitude measured as the k-th, a number a lane. */
function probabilities<T>(psi: usize, v: usize, size: u32, lanes: usize, source: usize): void {
  for (let k: u32 = 0; k < size; k++) {
    let x = psi + (source ? load<u32>(source + (k << 2)) : k) * (lanes << 1);
    for (const end = v + lanes; v < end; v += VECTOR) {
      put(v, add<T>(mul<T>(at(x), at(x)), mul<T>(at(x + lanes), at(x + lanes))));
      x += VECTOR;
    }
  }
}

/** |ψ|² summed along the highest qubit, and the value of its Z: what `fold` would do first. */
function halved<T>(psi: usize, v: usize, size: u32, lanes: usize, words: Words, out: usize): void {
  const row = lanes << 1;
  const half = row * (size >> 1);
  const place = load<i32>(words.singles + ((ctz<u32>(size) - 1) << 2));
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let sum = zero();
    let x = psi + i;
    let to = v + i;
    for (const end = x + half; x < end; x += row) {
      const y = x + half;
      const a = add<T>(mul<T>(at(x), at(x)), mul<T>(at(x + lanes), at(x + lanes)));
      const b = add<T>(mul<T>(at(y), at(y)), mul<T>(at(y + lanes), at(y + lanes)));
      sum = add<T>(sum, sub<T>(a, b));
      put(to, add<T>(a, b));
      to += lanes;
    }
    if (place >= 0) put(out + place * lanes + i, sum);
  }
}

/** The same of amplitudes that are measured as others. */
function halvedFrom<T>(
  psi: usize, v: usize, size: u32, lanes: usize, source: usize, words: Words, out: usize,
): void {
  const row = lanes << 1;
  const half = source + (size << 1);
  const place = load<i32>(words.singles + ((ctz<u32>(size) - 1) << 2));
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let sum = zero();
    let to = v + i;
    for (let from = source; from < half; from += 4) {
      const x = psi + load<u32>(from) * row + i;
      const y = psi + load<u32>(from + (size << 1)) * row + i;
      const a = add<T>(mul<T>(at(x), at(x)), mul<T>(at(x + lanes), at(x + lanes)));
      const b = add<T>(mul<T>(at(y), at(y)), mul<T>(at(y + lanes), at(y + lanes)));
      sum = add<T>(sum, sub<T>(a, b));
      put(to, add<T>(a, b));
      to += lanes;
    }
    if (place >= 0) put(out + place * lanes + i, sum);
  }
}

/** ⟨O⟩ of the chunk's rows, to `outputs`: a row an observable after another. */
export function writeOutputs<T>(program: Program, frame: Frame, chunk: u32, outputs: usize): void {
  const lanes = program.lanes * sizeof<T>();
  const count = program.observableCount;
  clear(frame.outputs, count * lanes);
  for (let s: u32 = 0; s < program.shareCount; s++) {
    const share = changetype<Share>(program.shares + (s << 3));
    const value = splatAt<T>(program.shareValues + s * sizeof<T>());
    const to = frame.outputs + share.observable * lanes;
    for (let i: usize = 0; i < lanes; i += VECTOR)
      put(to + i, add<T>(at(to + i), mul<T>(value, at(frame.values + share.word * lanes + i))));
  }
  toRows<T>(frame.outputs, count, program.rows, program.lanes, chunk, outputs);
}

/** The cotangents of the chunk's rows, a number a lane, at the frame's `outputs`; 0 past the last row. */
export function readCotangents<T>(program: Program, frame: Frame, chunk: u32): void {
  toLanes<T>(program.cotangents, program.observableCount, program.rows, program.lanes, chunk, frame.outputs, false);
}

/** λ = Σ cotangent · O|ψ⟩ */
export function seed<T>(program: Program, frame: Frame, psi: usize): void {
  const lanes = program.lanes * sizeof<T>();
  const size: u32 = 1 << program.qubits;
  clear(frame.along, program.wordCount * lanes);
  for (let s: u32 = 0; s < program.shareCount; s++) {
    const share = changetype<Share>(program.shares + (s << 3));
    const value = splatAt<T>(program.shareValues + s * sizeof<T>());
    const to = frame.along + share.word * lanes;
    for (let i: usize = 0; i < lanes; i += VECTOR)
      put(to + i, add<T>(at(to + i), mul<T>(value, at(frame.outputs + share.observable * lanes + i))));
  }
  if (program.zCount > 0) {
    const words = program.zWords;
    if (onlySingles(program)) {
      unfoldSingles<T>(frame.scratch, program.qubits, program.qubits - 1, lanes, words, frame.along);
      scaleDoubled<T>(psi, frame.lambda, frame.scratch, size, lanes, words, frame.along);
    } else {
      unfold<T>(frame.scratch, program.qubits, lanes, words, frame.along);
      scale<T>(psi, frame.lambda, frame.scratch, size, lanes, program.zSource);
    }
  } else memory.fill(frame.lambda, 0, 2 * size * lanes);
  addXs<T>(psi, frame.lambda, size, lanes, program.xSingles, frame.along);
  for (let w: u32 = 0; w < program.xCount; w++) {
    const word = program.xWords + w * 12;
    const along = frame.along + load<u32>(word, 8) * lanes;
    addWord<T>(psi, frame.lambda, size, lanes, load<u32>(word), load<u32>(word, 4), along);
  }
}

/** λ = v ψ, with the v of what each amplitude is measured as. */
function scale<T>(psi: usize, lambda: usize, v: usize, size: u32, lanes: usize, source: usize): void {
  for (let k: u32 = 0; k < size; k++) {
    const from = (source ? load<u32>(source + (k << 2)) : k) * (lanes << 1);
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      const factor = at(v + i);
      put(lambda + from + i, mul<T>(factor, at(psi + from + i)));
      put(lambda + from + lanes + i, mul<T>(factor, at(psi + from + lanes + i)));
    }
    v += lanes;
  }
}

/** λ = v ψ, with v doubled for the highest qubit on the way. */
function scaleDoubled<T>(
  psi: usize, lambda: usize, v: usize, size: u32, lanes: usize, words: Words, along: usize,
): void {
  const row = lanes << 1;
  const half = row * (size >> 1);
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    const value = alongSingle(words, ctz<u32>(size) - 1, lanes, along, i);
    const twice = add<T>(value, value);
    let from = v + i;
    let x = psi + i;
    let l = lambda + i;
    for (const end = x + half; x < end; x += row) {
      const lower = at(from);
      const upper = sub<T>(lower, twice);
      put(l, mul<T>(lower, at(x)));
      put(l + lanes, mul<T>(lower, at(x + lanes)));
      const y = x + half;
      const m = l + half;
      put(m, mul<T>(upper, at(y)));
      put(m + lanes, mul<T>(upper, at(y + lanes)));
      from += lanes;
      l += row;
    }
  }
}

/** The slope in the value of each share: Σ cotangent · ⟨word⟩. */
export function shareSlopes<T>(program: Program, frame: Frame): void {
  const lanes = program.lanes * sizeof<T>();
  for (let s: u32 = 0; s < program.shareCount; s++) {
    const share = changetype<Share>(program.shares + (s << 3));
    let sum = zero();
    for (let i: usize = 0; i < lanes; i += VECTOR)
      sum = add<T>(sum, mul<T>(at(frame.outputs + share.observable * lanes + i), at(frame.values + share.word * lanes + i)));
    addResult(frame, program.shareResult + s, sumOf<T>(sum));
  }
}
