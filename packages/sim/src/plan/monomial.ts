import type { Matrix } from '../program.ts';

/** A matrix with one entry a column, of modulus 1: column k has e^{iφₖ} in row images[k]. */
export interface Monomial {
  readonly images: readonly number[];
  readonly angles: readonly number[];
}

const TINY = 1e-12;

/** The matrix as a permutation with phases; nothing if it is none. */
export function monomialOf(matrix: Matrix): Monomial | undefined {
  const size = Math.sqrt(matrix.length / 2);
  const images: number[] = [];
  const angles: number[] = [];
  for (let column = 0; column < size; column++) {
    const rows = [...Array(size).keys()].filter((row) => modulus(matrix, row * size + column) > TINY);
    if (rows.length !== 1 || images.includes(rows[0])) return undefined;
    const entry = rows[0] * size + column;
    if (Math.abs(modulus(matrix, entry) - 1) > TINY) return undefined;
    images.push(rows[0]);
    angles.push(Math.atan2(matrix[2 * entry + 1], matrix[2 * entry]));
  }
  return { images, angles };
}

const modulus = (matrix: Matrix, entry: number) => Math.hypot(matrix[2 * entry], matrix[2 * entry + 1]);

/** The coefficients c of φₖ = Σ c[mask]·(−1)^parity(mask & k): the Walsh–Hadamard transform, divided by its length. */
export function signCoefficients(angles: readonly number[]): number[] {
  const values = [...angles];
  for (let half = 1; half < values.length; half *= 2)
    for (let k = 0; k < values.length; k++) {
      if ((k & half) !== 0) continue;
      const [a, b] = [values[k], values[k | half]];
      values[k] = a + b;
      values[k | half] = a - b;
    }
  return values.map((value) => value / values.length);
}
