import { type PauliWord, popcount, supportOf, wordKey } from '../pauli.ts';
import type { Observable } from '../program.ts';

/** Words that one measurement of every qubit gives together. */
export interface Group {
  /** The letter in which each qubit is measured: each word of the group is this one with some letters left out. */
  readonly basis: PauliWord;
  readonly words: readonly PauliWord[];
}

/**
 * The words of the observables, each once, in groups that commute qubit by qubit: greedily, those on the most qubits
 * first and else in the order given, each into the first group that it fits. The identity needs no measurement and is in
 * no group. Not the fewest groups that there could be, which is a hard question: Verteletskyi, Yen and Izmaylov, J. Chem.
 * Phys. 152, 124114 (2020).
 */
export function grouped(observables: readonly Observable[]): readonly Group[] {
  const words = observables
    .flatMap(({ terms }) => terms.map(({ word }) => word))
    .filter((word) => supportOf(word) !== 0);
  const distinct = [...new Map(words.map((word) => [wordKey(word), word])).values()];
  const largestFirst = distinct.sort((one, other) => popcount(supportOf(other)) - popcount(supportOf(one)));
  const groups: { basis: PauliWord; words: PauliWord[] }[] = [];
  for (const word of largestFirst) {
    const group = groups.find(({ basis }) => agree(basis, word));
    if (!group) {
      groups.push({ basis: word, words: [word] });
      continue;
    }
    group.basis = { x: group.basis.x | word.x, z: group.basis.z | word.z };
    group.words.push(word);
  }
  return groups;
}

/** Whether both words have the same letter wherever both have one. */
function agree(one: PauliWord, other: PauliWord): boolean {
  const common = supportOf(one) & supportOf(other);
  return ((one.x ^ other.x) & common) === 0 && ((one.z ^ other.z) & common) === 0;
}
