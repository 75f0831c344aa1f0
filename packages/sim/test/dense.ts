import { takenBack } from '../src/check.ts';
import { angleAt, type Observable, type Program, type UnitaryInstruction } from '../src/index.ts';

export type Complex = readonly [re: number, im: number];
export type Dense = readonly (readonly Complex[])[];

/** The state of a program's first row, by multiplying dense 2ⁿ × 2ⁿ matrices: an oracle that shares no loop with the simulators. */
export function dense(program: Program, features: ArrayLike<number>, weights: ArrayLike<number>) {
  const start = Array.from({ length: 2 ** program.qubits }, (_, k): Complex => {
    if (!program.initial) return [k === 0 ? 1 : 0, 0];
    const norm = Math.sqrt(program.initial.reduce((sum, feature) => sum + features[feature] ** 2, 0));
    return [k < program.initial.length ? features[program.initial[k]] / norm : 0, 0];
  });
  const state = takenBack(program).reduce((psi, instruction) => {
    const angle = instruction.kind === 'rotation' ? angleAt(program.slots[instruction.slot], features, 0, weights) : 0;
    return times(matrixOf(instruction, angle, program.qubits), psi);
  }, start);
  return { state };
}

/** ⟨ψ|O|ψ⟩ with O as a dense matrix. */
export function expectationDense(state: readonly Complex[], { terms }: Observable, qubits: number): number {
  return terms.reduce((sum, { coefficient, word }) => {
    const image = times(wordMatrix(word, qubits), state);
    return sum + coefficient * state.reduce((dot, [re, im], k) => dot + re * image[k][0] + im * image[k][1], 0);
  }, 0);
}

export function matrixOf(instruction: UnitaryInstruction, angle: number, qubits: number): Dense {
  const on = (k: number) => (k & instruction.controls) === instruction.controls;
  const inside = instruction.kind === 'matrix' ? spread(instruction, qubits) : rotation(instruction, angle, qubits);
  return inside.map((row, j) => row.map((entry, k) => (on(j) && on(k) ? entry : j === k ? [1, 0] : [0, 0])));
}

function rotation(
  { word, phase }: Extract<UnitaryInstruction, { kind: 'rotation' }>,
  angle: number,
  qubits: number,
): Dense {
  const global: Complex = [Math.cos(angle * phase), -Math.sin(angle * phase)];
  return wordMatrix(word, qubits).map((row, j) =>
    row.map((entry, k) => {
      const [re, im] = multiply([0, -Math.sin(angle / 2)], entry);
      return multiply(global, [re + (j === k ? Math.cos(angle / 2) : 0), im]);
    }),
  );
}

function spread({ targets, matrix }: Extract<UnitaryInstruction, { kind: 'matrix' }>, qubits: number): Dense {
  const local = (k: number) => targets.reduce((index, qubit, bit) => index + ((k >> qubit) & 1) * 2 ** bit, 0);
  const rest = (k: number) => targets.reduce((index, qubit) => index & ~(1 << qubit), k);
  const size = 2 ** targets.length;
  return square(qubits, (j, k) => {
    const entry = 2 * (local(j) * size + local(k));
    return rest(j) === rest(k) ? [matrix[entry], matrix[entry + 1]] : [0, 0];
  });
}

const PAULI: Record<string, Dense> = {
  I: [
    [
      [1, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [1, 0],
    ],
  ],
  X: [
    [
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [0, 0],
    ],
  ],
  Y: [
    [
      [0, 0],
      [0, -1],
    ],
    [
      [0, 1],
      [0, 0],
    ],
  ],
  Z: [
    [
      [1, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [-1, 0],
    ],
  ],
};

/** The Kronecker product of one Pauli matrix a qubit. */
export function wordMatrix({ x, z }: { x: number; z: number }, qubits: number): Dense {
  const letters = Array.from({ length: qubits }, (_, q) => 'IXZY'[((x >> q) & 1) + 2 * ((z >> q) & 1)]);
  return square(qubits, (j, k) =>
    letters.reduce<Complex>(
      (product, letter, q) => multiply(product, PAULI[letter][(j >> q) & 1][(k >> q) & 1]),
      [1, 0],
    ),
  );
}

function square(qubits: number, entry: (j: number, k: number) => Complex): Dense {
  const size = 2 ** qubits;
  return Array.from({ length: size }, (_, j) => Array.from({ length: size }, (_, k) => entry(j, k)));
}

export const multiply = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

const times = (matrix: Dense, vector: readonly Complex[]): Complex[] =>
  matrix.map((row) =>
    row.reduce<Complex>(
      ([re, im], entry, k) => {
        const [a, b] = multiply(entry, vector[k]);
        return [re + a, im + b];
      },
      [0, 0],
    ),
  );
