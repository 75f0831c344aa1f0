import { complex, conjugate, type Entry, product, total } from './complex.ts';
import { GIVEN } from './tolerance.ts';

type Matrix = readonly (readonly Entry[])[];

/** Whether the rows are orthonormal and 2ⁿ of them, to the digits that people give. */
export function isUnitary(matrix: Matrix): boolean {
  const size = matrix.length;
  if (size === 0 || !Number.isInteger(Math.log2(size)) || matrix.some((row) => row.length !== size)) return false;
  return matrix.every((one, j) =>
    matrix.every((other, k) => {
      const [re, im] = overlap(one, other);
      return Math.abs(re - (j === k ? 1 : 0)) < GIVEN && Math.abs(im) < GIVEN;
    }),
  );
}

/** Σ āₖbₖ */
const overlap = (one: readonly Entry[], other: readonly Entry[]) =>
  one.reduce<readonly [number, number]>(
    (sum, entry, k) => total(sum, product(conjugate(complex(entry)), complex(other[k]))),
    [0, 0],
  );

export const isDiagonal = (matrix: Matrix) =>
  matrix.every((row, j) => row.every((entry, k) => j === k || isZero(entry)));

export const isIdentity = (matrix: Matrix) => isDiagonal(matrix) && matrix.every((row, j) => row[j] === 1);

/** Whether it is diag(1, e^{iα}), on which a control and the target are alike. */
export const isPhase = (matrix: Matrix) => matrix.length === 2 && isDiagonal(matrix) && matrix[0][0] === 1;

/** Whether exchanging some two neighbours of its qubits changes it. */
export const isOrdered = (matrix: Matrix) =>
  Array.from({ length: Math.log2(matrix.length) - 1 }, (_, bit) => bit).some((bit) =>
    matrix.some((row, j) => row.some((entry, k) => !same(entry, matrix[exchanged(j, bit)][exchanged(k, bit)]))),
  );

/** The index with this bit and the next exchanged. */
function exchanged(index: number, bit: number): number {
  const differ = ((index >> bit) ^ (index >> (bit + 1))) & 1;
  return index ^ ((differ << bit) | (differ << (bit + 1)));
}

/** The one basis state to which it takes another; undefined where it takes it to several. */
export function imageOf(matrix: Matrix, column: number): number | undefined {
  const rows = [...matrix.keys()].filter((row) => !isZero(matrix[row][column]));
  return rows.length === 1 ? rows[0] : undefined;
}

const isZero = (entry: Entry) => complex(entry).every((part) => part === 0);

const same = (one: Entry, other: Entry) => `${one}` === `${other}`;
