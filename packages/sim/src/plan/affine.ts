import { parity } from '../pauli.ts';
import type { AffineMap } from './plan.ts';

/** k ↦ k */
export const identityMap = (qubits: number): AffineMap => ({
  rows: Array.from({ length: qubits }, (_, qubit) => 1 << qubit),
  flips: 0,
});

export const isIdentity = ({ rows, flips }: AffineMap) => flips === 0 && rows.every((row, qubit) => row === 1 << qubit);

/** k ↦ second(first(k)) */
export function after(second: AffineMap, first: AffineMap): AffineMap {
  return {
    rows: second.rows.map((row) => pulledMask(first, row)),
    flips: second.rows.reduce((flips, row, qubit) => flips | (parity(row & first.flips) << qubit), 0) ^ second.flips,
  };
}

/** The mask m′ with parity(m & map(k)) = parity(m′ & k) ⊕ parity(m & flips). */
export function pulledMask({ rows }: AffineMap, mask: number): number {
  return rows.reduce((pulled, row, qubit) => (mask & (1 << qubit) ? pulled ^ row : pulled), 0);
}

/** map(k) for every k of n bits, each from the image of k without its lowest one. */
export function imagesOf({ rows, flips }: AffineMap): Int32Array {
  const images = new Int32Array(2 ** rows.length);
  const columns = rows.map((_, column) =>
    rows.reduce((image, row, qubit) => image | (((row >>> column) & 1) << qubit), 0),
  );
  images[0] = flips;
  for (let k = 1; k < images.length; k++) images[k] = images[k & (k - 1)] ^ columns[31 - Math.clz32(k & -k)];
  return images;
}

/** The map that sends `bits` as `images` sends their values, and leaves the others; nothing if no affine map does. */
export function affineOn(qubits: number, bits: readonly number[], images: readonly number[]): AffineMap | undefined {
  const spread = (value: number) => bits.reduce((mask, bit, k) => mask | (((value >> k) & 1) << bit), 0);
  const rows = [...identityMap(qubits).rows];
  bits.forEach((bit, k) => {
    const seen = bits.map((_, j) => ((images[1 << j] ^ images[0]) >> k) & 1);
    rows[bit] = spread(seen.reduce((mask, one, j) => mask | (one << j), 0));
  });
  const map = { rows, flips: spread(images[0]) };
  const linear = images.every((image, k) => {
    const at = spread(k);
    return bits.every((bit, j) => (parity(rows[bit] & at) ^ ((map.flips >> bit) & 1)) === ((image >> j) & 1));
  });
  return linear ? map : undefined;
}
