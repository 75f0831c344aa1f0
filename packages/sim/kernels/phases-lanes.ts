// Phases of its own for every sample: e^{−iΣ±β} of each amplitude is built up qubit by qubit in a table with a complex
// number an amplitude and lane, which then multiplies the state.
import { VECTOR, add, at, mul, neg, odd, put, splat, sub, zero } from './vector';
import { Words } from './signs';

/** table[k] = Π (cos β ∓ i sin β) over the words, whose place is that of their cosines and sines at `cs`. */
export function phaseTable<T>(table: usize, qubits: u32, lanes: usize, words: Words, cs: usize): void {
  const row = lanes << 1;
  const size: u32 = 1 << qubits;
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    put(table + i, splat<T>(1));
    put(table + lanes + i, zero());
    for (let j: u32 = 0; j < qubits; j++) {
      const half = row << j;
      const place = load<i32>(words.singles + (j << 2));
      const c = place < 0 ? splat<T>(1) : at(cs + place * row + i);
      const s = place < 0 ? zero() : at(cs + place * row + lanes + i);
      for (let k: usize = i; k < half; k += row) {
        const re = at(table + k);
        const im = at(table + k + lanes);
        const cre = mul<T>(c, re);
        const cim = mul<T>(c, im);
        const sre = mul<T>(s, re);
        const sim = mul<T>(s, im);
        put(table + k, add<T>(cre, sim));
        put(table + k + lanes, sub<T>(cim, sre));
        put(table + k + half, sub<T>(cre, sim));
        put(table + k + half + lanes, add<T>(cim, sre));
      }
    }
    for (let w: u32 = 0; w < words.otherCount; w++) {
      const mask = load<u32>(words.others + (w << 3));
      const place = load<u32>(words.others + (w << 3), 4);
      const c = at(cs + place * row + i);
      const plus = at(cs + place * row + lanes + i);
      const minus = neg<T>(plus);
      for (let k: u32 = 0; k < size; k++) {
        const entry = table + k * row + i;
        const re = at(entry);
        const im = at(entry + lanes);
        const s = odd(mask & k) ? minus : plus;
        put(entry, add<T>(mul<T>(c, re), mul<T>(s, im)));
        put(entry + lanes, sub<T>(mul<T>(c, im), mul<T>(s, re)));
      }
    }
  }
}

/** out = table · in, or table* · in. */
export function multiply<T>(src: usize, dst: usize, size: u32, lanes: usize, table: usize, back: bool): void {
  const row = lanes << 1;
  for (let k: u32 = 0; k < size; k++) {
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      const re = at(table + i);
      let im = at(table + lanes + i);
      if (back) im = neg<T>(im);
      const r = at(src + i);
      const m = at(src + lanes + i);
      put(dst + i, sub<T>(mul<T>(re, r), mul<T>(im, m)));
      put(dst + lanes + i, add<T>(mul<T>(re, m), mul<T>(im, r)));
    }
    table += row;
    src += row;
    dst += row;
  }
}

/** v[k] = Im λ*ψ of each amplitude and lane: folded over a word, its slope. */
export function slopesOf<T>(lambda: usize, psi: usize, v: usize, size: u32, lanes: usize): void {
  const row = lanes << 1;
  for (let k: u32 = 0; k < size; k++) {
    for (let i: usize = 0; i < lanes; i += VECTOR)
      put(v + i, sub<T>(mul<T>(at(lambda + i), at(psi + lanes + i)), mul<T>(at(lambda + lanes + i), at(psi + i))));
    v += lanes;
    lambda += row;
    psi += row;
  }
}
