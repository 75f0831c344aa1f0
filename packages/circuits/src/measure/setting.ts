import type { Observable, PauliWord, Program } from '@hqnn/sim';
import { type Circuit, circuit as circuitOf, type Part } from '../circuit.ts';
import { compile } from '../compile.ts';
import { letterOf, supportOf, wordKey } from '../observables/word-key.ts';
import { TO_Z } from '../to-z.ts';
import { grouped } from './grouped.ts';

/** What a word adds to an observable, by the place of the observable. */
interface Share {
  readonly observable: number;
  readonly coefficient: number;
}

/** One way to measure all qubits, and the words that it measures. */
export interface Setting {
  /** The circuit, and the turn of each qubit from the letter that is measured to Z. */
  readonly program: Program;
  /** Each word by the qubits that it acts on: in an outcome b it is −1 to the number of ones in b ∧ mask. */
  readonly words: readonly { readonly mask: number; readonly shares: readonly Share[] }[];
}

/** One setting for each group of words that commute qubit by qubit. Between them they hold every term but constants. */
export function settingsOf(circuit: Circuit, observables: readonly Observable[]): readonly Setting[] {
  const shares = sharesIn(observables);
  return grouped(observables).map(({ basis, words }) => ({
    program: compile(circuitOf(circuit.qubits, circuit, turnsToZ(basis, circuit.qubits))).program,
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

/** What turns every letter of a word to Z. */
const turnsToZ = (word: PauliWord, qubits: number): Part =>
  Array.from({ length: qubits }, (_, qubit) => TO_Z[letterOf(word, qubit)](qubit));
