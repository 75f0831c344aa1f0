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
  const size: u32 = 1 << qubits;
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let all = zero();
    for (let j: u32 = 0; j < qubits; j++) {
      const place = load<i32>(words.singles + (j << 2));
      if (place >= 0) all = add<T>(all, at(along + place * lanes + i));
    }
    put(v + i, all);
    for (let j: u32 = 0; j < qubits; j++) {
      const half = lanes << j;
      const place = load<i32>(words.singles + (j << 2));
      let twice = zero();
      if (place >= 0) {
        twice = at(along + place * lanes + i);
        twice = add<T>(twice, twice);
      }
      for (let k: usize = i; k < half; k += lanes) put(v + k + half, sub<T>(at(v + k), twice));
    }
    for (let w: u32 = 0; w < words.otherCount; w++) {
      const mask = load<u32>(words.others + (w << 3));
      const value = at(along + load<u32>(words.others + (w << 3), 4) * lanes + i);
      for (let k: u32 = 0; k < size; k++) {
        const entry = v + k * lanes + i;
        put(entry, odd(mask & k) ? sub<T>(at(entry), value) : add<T>(at(entry), value));
      }
    }
  }
}
