import { bitsOf } from '../mask.ts';
import { popcount, supportOf, wordKey } from '../pauli.ts';
import type { Observable, Program } from '../program.ts';
import { probability } from './channel.ts';

/** How a measured bit is misread: plain data. */
export interface ReadoutError {
  /** The probability that a 0 is read as 1. */
  readonly zeroAsOne: number;
  /** The probability that a 1 is read as 0. */
  readonly oneAsZero: number;
}

/** A 0 read as 1, and a 1 as 0, with these probabilities: equal ones if one is given. */
export function readoutError(zeroAsOne: number, oneAsZero = zeroAsOne): ReadoutError {
  return { zeroAsOne: probability('readoutError', zeroAsOne), oneAsZero: probability('readoutError', oneAsZero) };
}

/** The error of each qubit of a program: one for all, or one for each. */
export function readoutOf(
  { qubits }: Program,
  readout: ReadoutError | readonly ReadoutError[],
): readonly ReadoutError[] {
  if ('zeroAsOne' in readout) return new Array<ReadoutError>(qubits).fill(readout);
  if (readout.length !== qubits)
    throw new Error(
      `There are readout errors of ${readout.length} qubits, but the program has ${qubits}. Give one error for each qubit, or one for all.`,
    );
  return readout;
}

/** As many words as observables may become: each of n letters may be 2ⁿ. */
const MOST_WORDS = 4096;

/**
 * The observables that have the expectation values which are read: each letter P of a word is
 * (1 − zeroAsOne − oneAsZero)·P + (oneAsZero − zeroAsOne)·I, every letter being measured in a basis of its own.
 */
export function readObservables(
  observables: readonly Observable[],
  readout: readonly ReadoutError[],
): readonly Observable[] {
  const lopsided = readout.reduce(
    (mask, { zeroAsOne, oneAsZero }, q) => (zeroAsOne === oneAsZero ? mask : mask | (1 << q)),
    0,
  );
  const words = observables.flatMap(({ terms }) => terms.map(({ word }) => 2 ** popcount(supportOf(word) & lopsided)));
  const all = words.reduce((sum, count) => sum + count, 0);
  if (words.some((count) => count > 1) && all > MOST_WORDS)
    throw new Error(
      `The readout errors make ${all} words of what is measured, and ${MOST_WORDS} are worked out at most. Measure words on fewer qubits, or take errors that are as likely both ways.`,
    );
  return observables.map(({ terms }) => ({ terms: collected(terms.flatMap((term) => readTerms(term, readout))) }));
}

type Term = Observable['terms'][number];

function readTerms({ coefficient, word }: Term, readout: readonly ReadoutError[]): readonly Term[] {
  return bitsOf(supportOf(word)).reduce<readonly Term[]>(
    (terms, qubit) => {
      const { zeroAsOne, oneAsZero } = readout[qubit];
      const letter = 1 << qubit;
      return terms.flatMap((term) =>
        [
          { ...term, coefficient: term.coefficient * (1 - zeroAsOne - oneAsZero) },
          {
            word: { x: term.word.x & ~letter, z: term.word.z & ~letter },
            coefficient: term.coefficient * (oneAsZero - zeroAsOne),
          },
        ].filter((each) => each.coefficient !== 0),
      );
    },
    [{ coefficient, word }],
  );
}

/** One term a word. */
function collected(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<string, Term>();
  for (const { coefficient, word } of terms) {
    const key = wordKey(word);
    sums.set(key, { word, coefficient: coefficient + (sums.get(key)?.coefficient ?? 0) });
  }
  return [...sums.values()];
}

/** Turns the probabilities of what is into those of what is read, in place: rows × 2ⁿ. */
export function readProbabilities(probabilities: Float64Array, readout: readonly ReadoutError[]): Float64Array {
  for (const [qubit, { zeroAsOne, oneAsZero }] of readout.entries()) {
    const bit = 2 ** qubit;
    for (let k = 0; k < probabilities.length; k++) {
      if ((k & bit) !== 0) continue;
      const [zero, one] = [probabilities[k], probabilities[k + bit]];
      probabilities[k] = (1 - zeroAsOne) * zero + oneAsZero * one;
      probabilities[k + bit] = zeroAsOne * zero + (1 - oneAsZero) * one;
    }
  }
  return probabilities;
}

/** Misreads outcomes, in place. */
export function readOutcomes(
  outcomes: Uint32Array,
  readout: readonly ReadoutError[],
  random: () => number,
): Uint32Array {
  for (let k = 0; k < outcomes.length; k++)
    for (const [qubit, { zeroAsOne, oneAsZero }] of readout.entries())
      if (random() < ((outcomes[k] >>> qubit) & 1 ? oneAsZero : zeroAsOne)) outcomes[k] ^= 1 << qubit;
  return outcomes;
}
