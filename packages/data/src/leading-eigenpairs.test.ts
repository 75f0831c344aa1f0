import { EVD, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { dot } from './dot.ts';
import { leadingEigenpairs } from './leading-eigenpairs.ts';
import { random } from './random.ts';

const SIZE = 220;
const WANTED = 5;

/** Q diag(values) Qᵀ with a random orthonormal Q, by the reflections of Householder. */
function withSpectrum(values: readonly number[], seed: number): readonly Float64Array[] {
  const { normal } = random(seed, 'reflections');
  let matrix = Matrix.diag([...values]);
  for (let k = 0; k < 6; k++) {
    const v = Matrix.columnVector(Array.from(values, normal));
    const reflection = Matrix.eye(values.length).sub(v.mmul(v.transpose()).mul(2 / v.dot(v)));
    matrix = reflection.mmul(matrix).mmul(reflection);
  }
  return matrix.to2DArray().map((row, j) => Float64Array.from(row, (entry, k) => (entry + matrix.get(k, j)) / 2));
}

const numbers = (value: (k: number) => number) => Array.from({ length: SIZE }, (_, k) => value(k));

describe.each([
  ['a spectrum that falls', numbers((k) => 1 / (k + 1))],
  ['a spectrum that falls slowly', numbers((k) => 2 - k / SIZE)],
  ['eigenvalues that come three times each', numbers((k) => 1 / (Math.floor(k / 3) + 1))],
  ['a rank below what is asked for', numbers((k) => (k < 3 ? 3 - k : 0))],
  ['negative eigenvalues too', numbers((k) => (k < 10 ? 10 - k : -k / 50))],
  ['only ones', numbers(() => 1)],
])('of a matrix with %s', (_, values) => {
  const matrix = withSpectrum(values, 1);
  const pairs = leadingEigenpairs(matrix, WANTED);

  test('the greatest eigenvalues are found, in descending order', () => {
    const expected = [...values].sort((a, b) => b - a).slice(0, WANTED);
    pairs.forEach(({ value }, k) => {
      expect(Math.abs(value - expected[k])).toBeLessThan(1e-10 * expected[0]);
    });
    const full = new EVD(new Matrix(matrix.map((row) => [...row])), { assumeSymmetric: true }).realEigenvalues;
    pairs.forEach(({ value }, k) => {
      expect(Math.abs(value - full[SIZE - 1 - k])).toBeLessThan(1e-10 * expected[0]);
    });
  });

  test('their vectors are orthonormal, and multiplied by their values', () => {
    pairs.forEach(({ value, vector }, k) => {
      matrix.forEach((row, j) => {
        expect(Math.abs(dot(row, vector) - value * vector[j])).toBeLessThan(2e-10 * pairs[0].value);
      });
      for (const [l, other] of pairs.entries())
        expect(Math.abs(dot(vector, other.vector) - (k === l ? 1 : 0))).toBeLessThan(1e-10);
    });
  });
});

test('a small matrix is decomposed whole, and gives no more pairs than it has', () => {
  const pairs = leadingEigenpairs([Float64Array.of(2, 1), Float64Array.of(1, 2)], 5);
  expect(pairs.map(({ value }) => Number(value.toFixed(12)))).toEqual([3, 1]);
});
