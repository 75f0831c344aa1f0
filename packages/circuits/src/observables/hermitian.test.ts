import { expect, test } from 'vitest';
import { GATES } from '../gates.ts';
import { hermitian } from './hermitian.ts';
import { projector } from './projector.ts';
import { writtenObservable } from './written-observable.ts';

type Matrix = Parameters<typeof hermitian>[0];

const i = [0, 1] as const;
const minusI = [0, -1] as const;

// biome-ignore format: a matrix is read row by row.
const KNOWN: readonly (readonly [matrix: Matrix, qubits: readonly number[], words: string])[] = [
  [GATES.h.matrix, [1], '0.707·Z₁ + 0.707·X₁'],
  [GATES.y.matrix, [0], 'Y₀'],
  [GATES.swap.matrix, [3, 5], '0.5 + 0.5·Z₃Z₅ + 0.5·X₃X₅ + 0.5·Y₃Y₅'],
  // Z ⊗ X and Y ⊗ X as Kronecker products: the first qubit, X, is the lowest bit.
  [[[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, -1], [0, 0, -1, 0]], [0, 1], 'X₀Z₁'],
  [[[0, 0, 0, minusI], [0, 0, minusI, 0], [0, i, 0, 0], [i, 0, 0, 0]], [0, 1], 'X₀Y₁'],
  [[[0, 0], [0, 0]], [0], '0'],
];

test.each(KNOWN)('the words of %j on (%j) are %s', (matrix, qubits, words) => {
  expect(writtenObservable(hermitian(matrix, ...qubits))).toBe(words);
});

test('the matrix of one entry 1 on the diagonal is a projector', () => {
  const matrix = [0, 1, 2, 3].map((j) => [0, 1, 2, 3].map((k) => (j === 2 && k === 2 ? 1 : 0)));
  expect(hermitian(matrix, 4, 1)).toEqual(projector('01', 4, 1));
});

test('the squares of the coefficients are those of the entries, on eight qubits too', () => {
  const matrix = Array.from({ length: 256 }, (_, j) => Array.from({ length: 256 }, (_, k) => 1 / (1 + j + k)));
  const { terms } = hermitian(matrix, ...Array(8).keys());
  const squares = terms.reduce((total, { coefficient }) => total + coefficient ** 2, 0);
  const expected = matrix.flat().reduce((total, entry) => total + entry ** 2, 0);
  // Parseval: Tr M² = 2ᵏ Σ c².
  expect(256 * squares).toBeCloseTo(expected, 10);
});

// biome-ignore format: a matrix is read row by row.
const WRONG: readonly (readonly [matrix: Matrix, qubits: readonly number[], words: string])[] = [
  [[[0, 1], [2, 0]], [0], 'entry [1][0] is 2, and entry [0][1] is 1. Each must be the complex conjugate of the other.'],
  [[[0, i], [i, 0]], [0], 'entry [1][0] is [0,1], and entry [0][1] is [0,1].'],
  [[[i, 0], [0, 0]], [0], 'entry [0][0] is [0,1], and entry [0][0] is [0,1].'],
  [[[0, 1, 0], [1, 0, 0], [0, 0, 1]], [0, 1], 'a matrix of 3 rows. On 2 qubits it has 4 rows of 4 entries each.'],
  [[[1, 0], [0]], [0], 'a matrix of 2 rows, row 1 of 1 entries. On 1 qubits it has 2 rows of 2 entries each.'],
  [[[1, Number.NaN], [0, 1]], [0], 'hermitian was given NaN for entry [0][1]. An entry is a finite number'],
  [[[1, 0], [0, [0, Number.POSITIVE_INFINITY]]], [0], 'hermitian was given [0,Infinity] for entry [1][1].'],
  [[[1, 0], [0, [1, 0, 2]]] as never, [0], 'hermitian was given [1,0,2] for entry [1][1].'],
  [[[1]], [], 'hermitian was given no qubits.'],
];

test.each(WRONG)('%j on (%j) is refused: %s', (matrix, qubits, words) => {
  expect(() => hermitian(matrix, ...qubits)).toThrow(words);
});
