import { type Observable, type PauliWord, wordKey } from '@hqnn/sim';
import { writtenWord } from './written-observable.ts';

/** A Pauli word with a complex coefficient, and how far rounding may have moved it. */
export interface Summand {
  readonly word: PauliWord;
  readonly re: number;
  readonly im: number;
  readonly error: number;
}

/** The terms of an observable, each coefficient known to the precision of a double. */
export const summandsOf = ({ terms }: Observable): readonly Summand[] =>
  terms.map(({ coefficient, word }) => ({
    word,
    re: coefficient,
    im: 0,
    error: Number.EPSILON * Math.abs(coefficient),
  }));

/** Like words as one, in the order in which each first appears. */
export function collected(summands: readonly Summand[]): readonly Summand[] {
  const totals = new Map<string, Summand>();
  for (const summand of summands) {
    const key = wordKey(summand.word);
    const total = totals.get(key);
    totals.set(key, total ? added(total, summand) : summand);
  }
  return [...totals.values()];
}

/** The Hermitian part: real coefficients, without those that are 0 but for rounding. */
export function hermitianPart(summands: readonly Summand[]): Observable {
  const wrong = summands.find(({ re }) => !Number.isFinite(re));
  if (wrong)
    throw new Error(
      `The coefficient of ${writtenWord(wrong.word)} in an observable is ${wrong.re}. Coefficients are finite numbers.`,
    );
  return {
    terms: summands.filter(({ re, error }) => Math.abs(re) > error).map(({ word, re }) => ({ coefficient: re, word })),
  };
}

function added(one: Summand, other: Summand): Summand {
  const [re, im] = [one.re + other.re, one.im + other.im];
  return { word: one.word, re, im, error: one.error + other.error + Number.EPSILON * Math.hypot(re, im) };
}
