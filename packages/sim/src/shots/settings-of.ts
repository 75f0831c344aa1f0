import { type Letter, letterOf, type PauliWord, supportOf, wordKey } from '../pauli.ts';
import type { Instruction, Matrix, Observable, Program } from '../program.ts';
import { grouped } from './grouped.ts';

/** What a word adds to an observable, by the place of the observable. */
export interface Share {
  readonly observable: number;
  readonly coefficient: number;
}

/** One way to measure all qubits, and the words that it measures. */
export interface Setting {
  /** The program, and behind it the turn of each qubit from the letter that is measured to Z. */
  readonly program: Program;
  /** Each word by the qubits that it acts on: in an outcome b it is −1 to the number of ones in b ∧ mask. */
  readonly words: readonly { readonly mask: number; readonly shares: readonly Share[] }[];
}

/**
 * How the observables of a program are measured: one setting for each group of words that commute qubit by qubit, worked
 * out once. Between them they hold every term but constants.
 */
export function settingsOf(program: Program): readonly Setting[] {
  const settings = known.get(program) ?? settingsFor(program);
  known.set(program, settings);
  return settings;
}

const known = new WeakMap<Program, readonly Setting[]>();

function settingsFor(program: Program): readonly Setting[] {
  const shares = sharesIn(program.observables);
  return grouped(program.observables).map(({ basis, words }) => ({
    program: {
      ...program,
      instructions: [...program.instructions, ...turnsToZ(basis, program.qubits)],
      observables: [],
    },
    words: words.map((word) => ({ mask: supportOf(word), shares: shares.get(wordKey(word)) ?? [] })),
  }));
}

function sharesIn(observables: readonly Observable[]): ReadonlyMap<string, readonly Share[]> {
  const shares = new Map<string, Share[]>();
  for (const [observable, { terms }] of observables.entries())
    for (const { coefficient, word } of terms) {
      const key = wordKey(word);
      const others = shares.get(key);
      if (others) others.push({ observable, coefficient });
      else shares.set(key, [{ observable, coefficient }]);
    }
  return shares;
}

/** V with VPV† = Z for each letter P: its rows are the eigenvectors of P, that of 1 first. */
const TURNS: Readonly<Record<Letter, Matrix | undefined>> = {
  I: undefined,
  X: Float64Array.of(1, 0, 1, 0, 1, 0, -1, 0).map((entry) => entry * Math.SQRT1_2),
  Y: Float64Array.of(1, 0, 0, -1, 1, 0, 0, 1).map((entry) => entry * Math.SQRT1_2),
  Z: undefined,
};

/** What turns every letter of a word to Z. */
function turnsToZ(word: PauliWord, qubits: number): readonly Instruction[] {
  return Array.from({ length: qubits }, (_, qubit) => ({ qubit, matrix: TURNS[letterOf(word, qubit)] })).flatMap(
    ({ qubit, matrix }) => (matrix ? [{ kind: 'matrix', targets: [qubit], controls: 0, matrix }] : []),
  );
}
