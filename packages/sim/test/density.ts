import { takenBack } from '../src/check.ts';
import { angleAt, type Channel, type Observable, type Program } from '../src/index.ts';
import { bitsOf } from '../src/mask.ts';
import { actedOn } from '../src/program.ts';
import { type Complex, type Dense, matrixOf, multiply, wordMatrix } from './dense.ts';

/** A channel of the textbook by its Kraus operators on one qubit; or the joint depolarising of all qubits, by p. */
export type Textbook = { readonly kraus: readonly Dense[] } | { readonly joint: number };

/** Which of them act behind instructions on one qubit, and on more. */
export interface TextbookNoise {
  readonly single: readonly Textbook[];
  readonly multi: readonly Textbook[];
}

/** The channels that the library names, each beside the Kraus operators of Nielsen and Chuang, section 8.3. */
export interface Case {
  readonly name: string;
  readonly channel: Channel;
  readonly textbook: Textbook;
}

/** ρ of a program's first row behind all instructions and their noise: ρ ↦ UρU†, then ρ ↦ Σ KρK†. */
export function density(
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  { single, multi }: TextbookNoise,
): Dense {
  const { qubits, initial } = program;
  const norm = Math.sqrt((initial ?? []).reduce((sum, feature) => sum + features[feature] ** 2, 0));
  const start = Array.from({ length: 2 ** qubits }, (_, k) => {
    if (!initial) return k === 0 ? 1 : 0;
    return k < initial.length ? features[initial[k]] / norm : 0;
  });
  const pure: Dense = start.map((a) => start.map((b) => [a * b, 0] as const));
  return takenBack(program).reduce((rho, instruction) => {
    const angle = instruction.kind === 'rotation' ? angleAt(program.slots[instruction.slot], features, 0, weights) : 0;
    const touched = bitsOf(actedOn(instruction) | instruction.controls);
    const evolved = between(matrixOf(instruction, angle, qubits), rho);
    return (touched.length > 1 ? multi : single).reduce(
      (mixed, channel) =>
        'kraus' in channel ? onEach(channel.kraus, touched, mixed) : onAll(channel.joint, touched, mixed),
      evolved,
    );
  }, pure);
}

/** Tr ρO */
export function expectationOf(rho: Dense, { terms }: Observable): number {
  const qubits = Math.log2(rho.length);
  return terms.reduce((sum, { coefficient, word }) => {
    const matrix = wordMatrix(word, qubits);
    return (
      sum +
      coefficient *
        rho.reduce(
          (trace, row, j) => trace + row.reduce((part, entry, k) => part + multiply(entry, matrix[k][j])[0], 0),
          0,
        )
    );
  }, 0);
}

/** Σ KρK† on each of these qubits, one after another. */
function onEach(kraus: readonly Dense[], touched: readonly number[], rho: Dense): Dense {
  const qubits = Math.log2(rho.length);
  return touched.reduce(
    (mixed, qubit) => total(kraus.map((matrix) => between(onQubit(matrix, qubit, qubits), mixed))),
    rho,
  );
}

/** (1 − p)ρ + p/(4ⁿ − 1) Σ PρP */
function onAll(p: number, touched: readonly number[], rho: Dense): Dense {
  const qubits = Math.log2(rho.length);
  const words = [...Array(4 ** touched.length).keys()].map((word) =>
    touched.reduce(
      ({ x, z }, qubit, k) => ({
        x: x | (((word >> (2 * k)) & 1) << qubit),
        z: z | (((word >> (2 * k + 1)) & 1) << qubit),
      }),
      { x: 0, z: 0 },
    ),
  );
  const shares = words.map((word, k) => {
    const share = k === 0 ? 1 - p : p / (words.length - 1);
    return between(wordMatrix(word, qubits), rho).map((row) =>
      row.map(([re, im]) => [share * re, share * im] as const),
    );
  });
  return total(shares);
}

function onQubit(matrix: Dense, qubit: number, qubits: number): Dense {
  const bit = 1 << qubit;
  return Array.from({ length: 2 ** qubits }, (_, j) =>
    Array.from(
      { length: 2 ** qubits },
      (_, k): Complex => ((j ^ k) & ~bit ? [0, 0] : matrix[(j >> qubit) & 1][(k >> qubit) & 1]),
    ),
  );
}

const total = (all: readonly Dense[]): Dense =>
  all.reduce((sum, one) =>
    sum.map((row, j) => row.map(([re, im], k) => [re + one[j][k][0], im + one[j][k][1]] as const)),
  );

/** MρM† */
const between = (matrix: Dense, rho: Dense): Dense => product(product(matrix, rho), dagger(matrix));

const dagger = (matrix: Dense): Dense =>
  matrix.map((row, j) => row.map((_, k) => [matrix[k][j][0], -matrix[k][j][1]] as const));

const product = (left: Dense, right: Dense): Dense =>
  left.map((row) =>
    right.map((_, k) =>
      row.reduce<Complex>(
        ([re, im], entry, j) => {
          const [a, b] = multiply(entry, right[j][k]);
          return [re + a, im + b];
        },
        [0, 0],
      ),
    ),
  );
