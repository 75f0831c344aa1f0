import { spread } from '../mask.ts';
import { parity } from '../pauli.ts';
import type { AffineMap } from './plan.ts';

/** k ↦ k */
export const identityMap = (qubits: number): AffineMap => ({
  rows: Array.from({ length: qubits }, (_, qubit) => 1 << qubit),
  flips: 0,
});

/** Whether it leaves every k where it is. */
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

/** map(k) for every k made of these bits alone, all bits if not told; each from the image of k without its lowest one. */
export function imagesOf({ rows, flips }: AffineMap, bits: readonly number[] = rows.map((_, bit) => bit)): Int32Array {
  const columns = bits.map((bit) => rows.reduce((image, row, qubit) => image | (((row >>> bit) & 1) << qubit), 0));
  const images = new Int32Array(2 ** bits.length);
  images[0] = flips;
  for (let k = 1; k < images.length; k++) images[k] = images[k & (k - 1)] ^ columns[31 - Math.clz32(k & -k)];
  return images;
}

/** The map that sends `bits` as `images` sends their values, and leaves the others; nothing if no affine map does. */
export function affineOn(qubits: number, bits: readonly number[], images: readonly number[]): AffineMap | undefined {
  const rows = [...identityMap(qubits).rows];
  bits.forEach((bit, k) => {
    const seen = bits.map((_, j) => ((images[1 << j] ^ images[0]) >> k) & 1);
    rows[bit] = spread(
      seen.reduce((mask, one, j) => mask | (one << j), 0),
      bits,
    );
  });
  const map = { rows, flips: spread(images[0], bits) };
  const linear = images.every((image, k) => {
    const at = spread(k, bits);
    return bits.every((bit, j) => (parity(rows[bit] & at) ^ ((map.flips >> bit) & 1)) === ((image >> j) & 1));
  });
  return linear ? map : undefined;
}

/** k ↦ k with bit `target` flipped where every bit of `controls` is 1. */
export interface Exchange {
  readonly target: number;
  readonly controls: number;
}

/**
 * Exchanges that are the map, the first acting first, by Gauss–Jordan elimination: each row operation that leads to the
 * identity is a CNOT, which undoes itself.
 */
export function exchangesOf({ rows, flips }: AffineMap): readonly Exchange[] {
  const left = [...rows];
  const done: Exchange[] = [];
  const addRow = (from: number, to: number) => {
    left[to] ^= left[from];
    done.push({ target: to, controls: 1 << from });
  };
  for (let bit = 0; bit < left.length; bit++) {
    if (((left[bit] >>> bit) & 1) === 0)
      addRow(
        left.findIndex((row, other) => other > bit && (row >>> bit) & 1),
        bit,
      );
    for (let other = 0; other < left.length; other++)
      if (other !== bit && (left[other] >>> bit) & 1) addRow(bit, other);
  }
  const turned = left.flatMap((_, bit) => ((flips >>> bit) & 1 ? [{ target: bit, controls: 0 }] : []));
  return [...done.toReversed(), ...turned];
}

/** The map that undoes the map. */
export function inverseMap(map: AffineMap): AffineMap {
  const qubits = map.rows.length;
  return exchangesOf(map)
    .toReversed()
    .reduce((inverse, exchange) => after(mapOf(qubits, exchange), inverse), identityMap(qubits));
}

function mapOf(qubits: number, { target, controls }: Exchange): AffineMap {
  const { rows } = identityMap(qubits);
  return controls === 0 ? { rows, flips: 1 << target } : { rows: rows.with(target, rows[target] | controls), flips: 0 };
}
