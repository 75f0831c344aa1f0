import type { Observable, PauliWord } from '@hqnn/sim';

/** A square matrix, row by row, each entry a real and an imaginary part. */
export type Dense = readonly (readonly (readonly [re: number, im: number])[])[];

const [o, one, minus, i, minusI] = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

// biome-ignore format: a matrix is read row by row.
/** As the textbook writes them. */
const LETTERS = {
  I: [[one, o], [o, one]],
  X: [[o, one], [one, o]],
  Y: [[o, minusI], [i, o]],
  Z: [[one, o], [o, minus]],
} satisfies Record<string, Dense>;

const letterOf = ({ x, z }: PauliWord, qubit: number) => {
  const [hasX, hasZ] = [(x >> qubit) & 1, (z >> qubit) & 1];
  if (hasX) return hasZ ? LETTERS.Y : LETTERS.X;
  return hasZ ? LETTERS.Z : LETTERS.I;
};

/** The matrix of an observable on so many qubits: Σ c · P_{n−1} ⊗ … ⊗ P₀, qubit 0 the lowest bit of the index. */
export function denseOf({ terms }: Observable, qubits: number): Dense {
  const zero: Dense = Array.from({ length: 2 ** qubits }, () => Array(2 ** qubits).fill(o));
  return terms.reduce<Dense>((total, { coefficient, word }) => {
    const letters = Array.from({ length: qubits }, (_, qubit) => letterOf(word, qubit));
    return plus(
      total,
      times(
        coefficient,
        letters.reduce<Dense>((low, high) => kronecker(high, low), [[one]]),
      ),
    );
  }, zero);
}

const kronecker = (high: Dense, low: Dense): Dense =>
  high.flatMap((highRow) => low.map((lowRow) => highRow.flatMap((a) => lowRow.map((b) => product(a, b)))));

const product = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) =>
  [a * c - b * d, a * d + b * c] as const;

export const times = (factor: number, matrix: Dense): Dense =>
  matrix.map((row) => row.map(([re, im]) => [factor * re, factor * im] as const));

export const plus = (left: Dense, right: Dense): Dense =>
  left.map((row, j) => row.map(([re, im], k) => [re + right[j][k][0], im + right[j][k][1]] as const));

export const matrixProduct = (left: Dense, right: Dense): Dense =>
  left.map((row) =>
    row.map((_, k) =>
      row.reduce<readonly [number, number]>((total, entry, j) => {
        const [re, im] = product(entry, right[j][k]);
        return [total[0] + re, total[1] + im];
      }, o),
    ),
  );

/** All numbers of the matrix, one after another. */
export const numbersOf = (matrix: Dense): readonly number[] => matrix.flat(2);

/** ⟨ψ|M|ψ⟩ for amplitudes as a simulator gives them. */
export function meanIn(state: Float64Array, matrix: Dense): number {
  let total = 0;
  matrix.forEach((row, j) => {
    row.forEach((entry, k) => {
      const [re, im] = product(entry, [state[2 * k], state[2 * k + 1]]);
      total += state[2 * j] * re + state[2 * j + 1] * im;
    });
  });
  return total;
}
