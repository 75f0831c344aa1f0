// Sums over signs. A word of Zs is a sign an amplitude, (−1)^parity(mask & k); `fold` sums numbers with the signs of
// several words, `unfold` adds words up to numbers: the one is the transpose of the other. Single Zs, which are most,
// go together, by halves (fold) or by doubling (unfold): 2 additions an amplitude for all of them.
import { VECTOR, add, at, odd, put, sub, zero } from './vector';

/** Words of Zs, each with its place in an array of results. */
@unmanaged
export class Words {
  /** For each qubit, the place of its Z, or −1: one i32 a qubit. */
  singles: usize;
  /** Masks and places of the others: two i32 a word. */
  others: usize;
  otherCount: u32;
  /** Whether there are singles at all. */
  anySingle: u32;
}

/** How many numbers are summed before the sum goes to the total. */
const BLOCK: usize = 256;

/** out[place] = Σ ±v[k], for every word, a number a lane; v, with `lanes` bytes an entry, is used up. */
export function fold<T>(v: usize, qubits: u32, lanes: usize, words: Words, out: usize): void {
  const size: u32 = 1 << qubits;
  for (let w: u32 = 0; w < words.otherCount; w++) {
    const mask = load<u32>(words.others + (w << 3));
    const place = out + load<u32>(words.others + (w << 3), 4) * lanes;
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      let sum = zero();
      for (let k: u32 = 0; k < size; k++) {
        const value = at(v + k * lanes + i);
        sum = odd(mask & k) ? sub<T>(sum, value) : add<T>(sum, value);
      }
      put(place + i, sum);
    }
  }
  if (words.anySingle) foldSingles<T>(v, qubits, lanes, words, out);
}

/** The same for single Zs alone, by halves. */
export function foldSingles<T>(v: usize, qubits: u32, lanes: usize, words: Words, out: usize): void {
  for (let j: i32 = qubits - 1; j >= 0; j--) {
    const half = lanes << j;
    const place = load<i32>(words.singles + (j << 2));
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      // Sums of sums: of many numbers in single precision a running one would lose the last.
      let total = zero();
      for (let start: usize = i; start < half; start += BLOCK * lanes) {
        const end = v + min(half, start + BLOCK * lanes);
        let sum = zero();
        for (let x = v + start; x < end; x += lanes) {
          const a = at(x);
          const b = at(x + half);
          sum = add<T>(sum, sub<T>(a, b));
          put(x, add<T>(a, b));
        }
        total = add<T>(total, sum);
      }
      if (place >= 0) put(out + place * lanes + i, total);
    }
  }
}

/** v[k] = Σ ±along[place] over the words. */
export function unfold<T>(v: usize, qubits: u32, lanes: usize, words: Words, along: usize): void {
  unfoldSingles<T>(v, qubits, qubits, lanes, words, along);
  const size: u32 = 1 << qubits;
  for (let w: u32 = 0; w < words.otherCount; w++) {
    const mask = load<u32>(words.others + (w << 3));
    const place = along + load<u32>(words.others + (w << 3), 4) * lanes;
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      const value = at(place + i);
      let x = v + i;
      for (let k: u32 = 0; k < size; k++) {
        put(x, odd(mask & k) ? sub<T>(at(x), value) : add<T>(at(x), value));
        x += lanes;
      }
    }
  }
}

/** The same for single Zs alone, by doubling, as long as k has no more than so many bits. */
export function unfoldSingles<T>(v: usize, qubits: u32, bits: u32, lanes: usize, words: Words, along: usize): void {
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let all = zero();
    for (let j: u32 = 0; j < qubits; j++) all = add<T>(all, alongSingle(words, j, lanes, along, i));
    put(v + i, all);
    for (let j: u32 = 0; j < bits; j++) {
      const half = lanes << j;
      const value = alongSingle(words, j, lanes, along, i);
      const twice = add<T>(value, value);
      let x = v + i;
      for (const end = x + half; x < end; x += lanes) put(x + half, sub<T>(at(x), twice));
    }
  }
}

/** What lies along the Z of a qubit, or 0. */
@inline
export function alongSingle(words: Words, qubit: u32, lanes: usize, along: usize, i: usize): v128 {
  const place = load<i32>(words.singles + (qubit << 2));
  return place < 0 ? zero() : at(along + place * lanes + i);
}
