import { type Observable, type PauliWord, parity, pauliWord, supportOf, wordKey } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';
import type { Op, RotationOp } from '../op.ts';
import { qubitsOf } from '../op-parts.ts';
import { uncontrolled } from '../uncontrolled.ts';
import { evolvedWord, LARGEST_MATRIX } from './evolved-word.ts';

/**
 * Which words may be in the observables, pulled back through the end of a circuit: each by itself, or, where these are
 * too many, all words on a set of qubits, a bit mask. Never too few of them.
 */
type Reach = readonly PauliWord[] | number;

/** As many controls as an op may have that is told apart by words: k of them make 2ᵏ words. */
const MOST_CONTROLS = 5;

/** As many words as are followed one by one. */
const MOST_WORDS = 4096;

/**
 * For each op whether no observable sees it: it commutes with all that is measured, pulled back through the ops after
 * it, whatever their angles. What is called unseen has no effect; what is not may have none for its numbers.
 */
export function unseen(circuit: Circuit, observables: readonly Observable[]): readonly boolean[] {
  let reach: Reach = distinct(observables.flatMap(({ terms }) => terms.map(({ word }) => word)));
  const found = circuit.ops.map(() => false);
  for (let k = circuit.ops.length - 1; k >= 0; k--) {
    const before: Reach | undefined = pulledBack(circuit.ops[k], reach);
    found[k] = before === undefined;
    reach = before ?? reach;
  }
  return found;
}

/** What the op makes of what is measured after it; nothing where it commutes with all of that. */
function pulledBack(op: Op, reach: Reach): Reach | undefined {
  const mask = maskOf(op);
  if (typeof reach === 'number') return (mask & reach) === 0 ? undefined : reach | mask;
  if (op.controls.length > MOST_CONTROLS || (!('angle' in op) && qubitsOf(op).length > LARGEST_MATRIX))
    return reach.every((word) => (mask & supportOf(word)) === 0) ? undefined : coarse(op, reach);
  if ('angle' in op) {
    const turned = turnedBack(op, reach);
    return turned === reach ? undefined : turned;
  }
  const words = reach.map((word) => evolvedWord(op, word));
  if (words.every((changed) => changed === undefined)) return undefined;
  return bounded(op, distinct(words.flatMap((changed, k) => changed ?? [reach[k]])));
}

/** exp(iαG/2) P exp(−iαG/2) is P where P commutes with the word G, and else holds P and iGP. */
function turnedBack(op: RotationOp, words: readonly PauliWord[]): Reach {
  const generators = uncontrolled(op).map(({ gate, targets }) => pauliWord(gate.axis, targets));
  return generators.reduce<Reach>((reach, generator) => {
    if (typeof reach === 'number') return reach;
    const turned = reach
      .filter((word) => parity((word.x & generator.z) ^ (word.z & generator.x)) === 1)
      .map(({ x, z }) => ({ x: x ^ generator.x, z: z ^ generator.z }));
    return turned.length === 0 ? reach : bounded(op, distinct(reach.concat(turned)));
  }, words);
}

const bounded = (op: Op, words: readonly PauliWord[]): Reach =>
  words.length <= MOST_WORDS ? words : coarse(op, words);

const coarse = (op: Op, words: readonly PauliWord[]): Reach =>
  words.reduce((mask, word) => mask | supportOf(word), maskOf(op));

const maskOf = (op: Op) => qubitsOf(op).reduce((mask, qubit) => mask | (1 << qubit), 0);

const distinct = (words: readonly PauliWord[]) => [...new Map(words.map((word) => [wordKey(word), word])).values()];
