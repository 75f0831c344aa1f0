import type { Angle } from '../angle.ts';
import type { Instruction, Observable, Program } from '../program.ts';

/** A program and something to run it on. */
export interface Run {
  readonly program: Program;
  readonly features: Float64Array;
  readonly weights: Float64Array;
  /** One number for each row and observable, to pull back. */
  readonly cotangents: Float64Array;
}

const FEATURES = 4;
const WEIGHTS = 5;

/** What a random run is like. */
export interface RandomRunOptions {
  readonly qubits?: number;
  readonly rows?: number;
  /** How many instructions there are. */
  readonly length?: number;
  /** How many quantum jumps there are besides. */
  readonly jumps?: number;
}

/**
 * A random program with all that a simulator must bear (controls, phases, shared weights, scaled angles, products of
 * a weight and a feature, dense matrices, amplitudes to begin from for every third seed), and numbers to run it on.
 */
export function randomRun(
  seed: number,
  { qubits = 1 + (seed % 4), rows = 3, length = 12, jumps = 0 }: RandomRunOptions = {},
): Run {
  const random = mulberry(seed);
  const slots: Angle[] = [];
  const reversible = Array.from({ length }, () => instruction(random, qubits, slots));
  const observables = Array.from({ length: 2 }, () => observable(random, qubits));
  const amplitudes = seed % 3 === 0 ? { initial: [...Array(Math.min(FEATURES, 2 ** qubits)).keys()] } : {};
  // From a stream of its own, so that everything else is that of the same seed without jumps.
  const instructions = withJumps(mulberry(~seed), reversible, { qubits, jumps, slots });
  const numbers = (count: number) => Float64Array.from({ length: count }, () => 4 * random() - 2);
  return {
    program: { qubits, features: FEATURES, weights: WEIGHTS, slots, instructions, observables, ...amplitudes },
    features: numbers(rows * FEATURES),
    weights: numbers(WEIGHTS),
    cotangents: numbers(rows * observables.length),
  };
}

type Random = () => number;

interface Jumps {
  readonly qubits: number;
  readonly jumps: number;
  readonly slots: Angle[];
}

/** Jumps by numbers and by features, put in anywhere. */
function withJumps(random: Random, reversible: readonly Instruction[], { qubits, jumps, slots }: Jumps): Instruction[] {
  const all = [...reversible];
  for (let k = 0; k < jumps; k++) {
    const decided =
      random() < 0.2 ? 2 * random() : { scale: 2 * random() - 1, feature: below(random, FEATURES), offset: random() };
    const rate = random() < 0.1 ? 1 : random();
    const slot = slots.push(decided) - 1;
    all.splice(below(random, all.length + 1), 0, { kind: 'damping', qubit: below(random, qubits), rate, slot });
  }
  return all;
}

function instruction(random: Random, qubits: number, slots: Angle[]): Instruction {
  const order = shuffledQubits(random, qubits);
  const acted = order.slice(0, 1 + below(random, Math.min(2, qubits)));
  const controls = order.slice(acted.length).reduce((mask, qubit) => (random() < 0.3 ? mask | (1 << qubit) : mask), 0);
  if (random() < 0.3) return { kind: 'matrix', targets: acted, controls, matrix: unitary(random, acted.length) };
  const phase = random() < 0.3 ? -1 / 2 : 0;
  return { kind: 'rotation', word: word(random, acted), phase, controls, slot: slots.push(angle(random)) - 1 };
}

function angle(random: Random): Angle {
  const [scale, offset] = [2 * random() - 1, random()];
  const feature = below(random, FEATURES);
  const weight = below(random, WEIGHTS);
  return [offset, { scale, weight, offset }, { scale, feature, offset }, { scale, feature, weight, offset }][
    below(random, 4)
  ];
}

function observable(random: Random, qubits: number): Observable {
  const term = () => ({ coefficient: 2 * random() - 1, word: word(random, [...Array(qubits).keys()]) });
  return { terms: Array.from({ length: 2 }, term) };
}

/** A word with a letter other than I on each of the qubits. */
function word(random: Random, acted: readonly number[]) {
  return acted.reduce(
    ({ x, z }, qubit) => {
      const letter = 1 + below(random, 3);
      return { x: x | ((letter & 1) << qubit), z: z | ((letter >> 1) << qubit) };
    },
    { x: 0, z: 0 },
  );
}

/** A random unitary: columns of random numbers, made orthonormal one after another (Gram and Schmidt). */
function unitary(random: Random, qubits: number): Float64Array {
  const size = 2 ** qubits;
  const columns: Float64Array[] = [];
  for (let k = 0; k < size; k++) {
    const column = Float64Array.from({ length: 2 * size }, () => random() - 0.5);
    for (const other of columns) {
      const [re, im] = overlap(other, column);
      for (let j = 0; j < 2 * size; j += 2) {
        column[j] -= re * other[j] - im * other[j + 1];
        column[j + 1] -= re * other[j + 1] + im * other[j];
      }
    }
    const norm = Math.hypot(...column);
    columns.push(column.map((value) => value / norm));
  }
  return Float64Array.from({ length: 2 * size * size }, (_, j) => {
    const [row, column] = [Math.floor((j >> 1) / size), (j >> 1) % size];
    return columns[column][2 * row + (j & 1)];
  });
}

/** ⟨a|b⟩ */
function overlap(a: Float64Array, b: Float64Array): readonly [re: number, im: number] {
  let [re, im] = [0, 0];
  for (let j = 0; j < a.length; j += 2) {
    re += a[j] * b[j] + a[j + 1] * b[j + 1];
    im += a[j] * b[j + 1] - a[j + 1] * b[j];
  }
  return [re, im];
}

function shuffledQubits(random: Random, qubits: number): number[] {
  return [...Array(qubits).keys()]
    .map((qubit) => ({ qubit, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ qubit }) => qubit);
}

const below = (random: Random, n: number) => Math.floor(random() * n);

/** Uniform numbers in [0, 1), enough for test data: Tommy Ettinger's mulberry32. */
function mulberry(seed: number): Random {
  let state = (seed * 0x9e3779b9) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
