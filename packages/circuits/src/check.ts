import { MOST_QUBITS } from '@hqnn/sim';
import { shown } from './shown.ts';

/** Throws unless it is a whole number within these limits. */
export function checkCount(who: string, what: string, count: number, from: number, to = Infinity): void {
  if (!(Number.isInteger(count) && count >= from && count <= to))
    throw new Error(
      `${who} was given ${count} ${what}. It takes a whole number from ${from}${to === Infinity ? '' : ` to ${to}`}.`,
    );
}

/** Throws unless they are qubits among the first `count`, one or more, each once. */
export function checkQubits(who: string, qubits: readonly number[], count = MOST_QUBITS): void {
  if (!(Array.isArray(qubits) && qubits.length > 0))
    throw new Error(
      `${who} was given ${Array.isArray(qubits) ? 'no qubits' : `${qubits} for qubits`}. It takes one or more.`,
    );
  const outside = Array.from(qubits).findIndex((qubit) => !isWithin(qubit, count));
  if (outside >= 0)
    throw new Error(
      `${who} was given qubit ${shown(qubits[outside])}. Its qubits are whole numbers from 0 to ${count - 1}.`,
    );
  if (new Set(qubits).size !== qubits.length)
    throw new Error(`${who} was given one qubit twice: (${qubits}). Its qubits must all differ.`);
}

/** Throws if options were given that nobody reads: a typing error, where no compiler looks. */
export function checkNoMore(who: string, more: Readonly<Record<string, unknown>>): void {
  const unread = Object.keys(more).find((name) => more[name] !== undefined);
  if (unread !== undefined)
    throw new Error(
      `${who} was given the option ${unread}, which it does not have. See its options in the documentation.`,
    );
}

/** Whether it is one of 0, …, count − 1. */
export const isWithin = (place: number, count: number) => Number.isInteger(place) && place >= 0 && place < count;

/** Throws unless it is a seed. */
export function checkSeed(who: string, seed: number): void {
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new Error(
      `${who} was given the seed ${seed}. A seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`,
    );
}
