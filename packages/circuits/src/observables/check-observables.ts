import { MOST_QUBITS, type Observable, supportOf } from '@hqnn/sim';
import { shown } from '../shown.ts';
import { writtenWord } from './written-observable.ts';

/** Throws unless they are observables, one or more, on the first `qubits` qubits. */
export function checkObservables(who: string, observables: readonly Observable[], qubits = MOST_QUBITS): void {
  if (!Array.isArray(observables))
    throw new Error(
      `${who} takes a list of observables, such as [Z(0)] or eachZ(4), but was given ${shown(observables)}.`,
    );
  if (observables.length === 0) throw new Error(`${who} was given no observables. It takes one or more, such as Z(0).`);
  const wrong = observables.findIndex((given) => !Array.isArray(given?.terms));
  if (wrong >= 0) throw new Error(notOne(who, observables[wrong], wrong));
  checkTerms(who, observables, qubits);
}

const notOne = (who: string, given: unknown, place: number) =>
  `${who} was given ${shown(given)} as observable ${place}. ` +
  'An observable is made by Z(0), pauli, sum and the like; a list of them is spread as in sum(...eachZ(4)).';

function checkTerms(who: string, observables: readonly Observable[], qubits: number): void {
  const support = observables.reduce(
    (mask, { terms }) => terms.reduce((all, { word }) => all | supportOf(word), mask),
    0,
  );
  const wrong = observables.flatMap(({ terms }) => terms).find(({ coefficient }) => !Number.isFinite(coefficient));
  if (wrong)
    throw new Error(
      `The coefficient of ${writtenWord(wrong.word)} in an observable is ${wrong.coefficient}. Coefficients are finite numbers.`,
    );
  const highest = 31 - Math.clz32(support);
  if (highest >= qubits)
    throw new Error(
      `${who} was given an observable on qubit ${highest}, but the circuit has qubits 0 to ${qubits - 1}.`,
    );
}
