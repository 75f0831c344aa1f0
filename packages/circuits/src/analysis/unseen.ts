import { type Observable, type PauliWord, parity, pauliWord } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';
import { supportOf, wordKey } from '../observables/word-key.ts';
import type { Op } from '../op.ts';
import { pauliWords } from '../pauli-words.ts';
import { qubitsOf } from './commute.ts';
import { evolvedWord, keeps, MOST_QUBITS } from './evolved-word.ts';

/**
 * Which words may be in the observables, pulled back through the end of a circuit: each by itself, or, where these are
 * too many, all words on a set of qubits, a bit mask. Never too few of them.
 */
type Reach = { readonly words: readonly PauliWord[] } | { readonly qubits: number };

/** As many words as are followed one by one. */
const MOST_WORDS = 4096;

/**
 * For each op whether no observable sees it: it commutes with all that is measured, pulled back through the ops after
 * it, whatever their angles. What is called unseen has no effect; what is not may have none for its numbers.
 */
export function unseen(circuit: Circuit, observables: readonly Observable[]): readonly boolean[] {
  let reach: Reach = { words: distinct(observables.flatMap(({ terms }) => terms.map(({ word }) => word))) };
  const found = circuit.ops.map(() => false);
  for (let k = circuit.ops.length - 1; k >= 0; k--) {
    const op = circuit.ops[k];
    found[k] = isUnseen(op, reach);
    if (!found[k]) reach = pulledBack(op, reach);
  }
  return found;
}

function isUnseen(op: Op, reach: Reach): boolean {
  if ('qubits' in reach) return (maskOf(op) & reach.qubits) === 0;
  if ('angle' in op) return generators(op).every((word) => reach.words.every((other) => wordsCommute(word, other)));
  return reach.words.every((word) => (fits(op) ? keeps(op, word) : (maskOf(op) & supportOf(word)) === 0));
}

function pulledBack(op: Op, reach: Reach): Reach {
  if ('qubits' in reach) return { qubits: reach.qubits | maskOf(op) };
  if (!('angle' in op)) {
    if (!fits(op)) return coarse(op, reach.words);
    return bounded(op, distinct(reach.words.flatMap((word) => evolvedWord(op, word))));
  }
  // exp(iαG/2) P exp(−iαG/2) is P where they commute, and else holds P and iGP.
  return generators(op).reduce<Reach>((pulled, generator) => {
    if ('qubits' in pulled) return pulled;
    const turned = pulled.words
      .filter((word) => !wordsCommute(word, generator))
      .map(({ x, z }) => ({ x: x ^ generator.x, z: z ^ generator.z }));
    return bounded(op, distinct([...pulled.words, ...turned]));
  }, reach);
}

const bounded = (op: Op, words: readonly PauliWord[]): Reach =>
  words.length <= MOST_WORDS ? { words } : coarse(op, words);

const coarse = (op: Op, words: readonly PauliWord[]): Reach => ({
  qubits: words.reduce((mask, word) => mask | supportOf(word), maskOf(op)),
});

/** The words that a rotation turns about: one, or several under controls, which commute. */
const generators = (op: Extract<Op, { readonly angle: unknown }>): readonly PauliWord[] =>
  pauliWords(op).flatMap((one) => ('axis' in one.gate ? [pauliWord(one.gate.axis, one.targets)] : []));

const wordsCommute = (one: PauliWord, other: PauliWord) => parity((one.x & other.z) ^ (one.z & other.x)) === 0;

const fits = (op: Op) => qubitsOf(op).length <= MOST_QUBITS;

const maskOf = (op: Op) => qubitsOf(op).reduce((mask, qubit) => mask | (1 << qubit), 0);

const distinct = (words: readonly PauliWord[]) => [...new Map(words.map((word) => [wordKey(word), word])).values()];
