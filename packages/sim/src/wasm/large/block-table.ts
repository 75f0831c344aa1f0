import { parity } from '../../pauli.ts';

/** exp(−iβ·word), for a word of Zs: its mask, and β. */
export interface LowWord {
  readonly mask: number;
  readonly angle: number;
}

/** Complex factors of the amplitudes of a block. */
export interface BlockTable {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The product of words over the amplitudes of a block; `signed` are qubits that are −1 where they are 0. */
export function blockTable(blockBits: number, words: readonly LowWord[], signed: number): BlockTable {
  const size = 2 ** blockBits;
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  re[0] = 1;
  for (let bit = 0; bit < blockBits; bit++) {
    const half = 1 << bit;
    const angle = words.reduce((sum, word) => (word.mask === half ? sum + word.angle : sum), 0);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const sign = signed & half ? -1 : 1;
    for (let k = 0; k < half; k++) {
      const [a, b] = [re[k], im[k]];
      re[k + half] = a * c - b * s;
      im[k + half] = a * s + b * c;
      re[k] = sign * (a * c + b * s);
      im[k] = sign * (b * c - a * s);
    }
  }
  for (const { mask, angle } of words.filter(({ mask }) => (mask & (mask - 1)) !== 0)) {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    for (let k = 0; k < size; k++) {
      const sine = parity(mask & k) ? -s : s;
      const [a, b] = [re[k], im[k]];
      re[k] = a * c + b * sine;
      im[k] = b * c - a * sine;
    }
  }
  return { re, im };
}

/** The product of two tables, as pairs of vectors, from a place in numbers on. */
export function writeProduct(
  numbers: Float32Array | Float64Array,
  start: number,
  vector: number,
  one: BlockTable,
  other: BlockTable,
): void {
  const { re: a, im: b } = one;
  const { re: c, im: d } = other;
  let at = start;
  for (let k = 0; k < a.length; at += vector)
    for (const end = k + vector; k < end; k++, at++) {
      numbers[at] = a[k] * c[k] - b[k] * d[k];
      numbers[at + vector] = a[k] * d[k] + b[k] * c[k];
    }
}

/** Σ along·(±1) over the amplitudes of a block. */
export function blockSigns(
  blockBits: number,
  words: readonly { readonly mask: number; readonly along: number }[],
): Float64Array {
  const values = new Float64Array(2 ** blockBits);
  for (const { mask, along } of words)
    for (let k = 0; k < values.length; k++) values[k] += parity(mask & k) ? -along : along;
  return values;
}
