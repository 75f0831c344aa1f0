/**
 * A Pauli word as two bit masks. Bit q of `x` is set where X or Y acts on qubit q, bit q of `z`
 * where Z or Y does, so the word sends |k⟩ to iʸ (−1)^|k∧z| |k⊕x⟩, with y the number of Ys.
 */
export interface PauliWord {
  readonly x: number;
  readonly z: number;
}

/** What a word may have on a qubit. */
export type Letter = 'I' | 'X' | 'Y' | 'Z';

const LETTERS = ['I', 'X', 'Z', 'Y'] as const;

/** As many qubits as the bit masks of words and controls hold, with room for a sign. */
export const MOST_QUBITS = 30;

/** The word spelled by `letters` of I, X, Y and Z, the k-th letter acting on the k-th target. */
export function pauliWord(letters: string, targets: readonly number[]): PauliWord {
  if (letters.length !== targets.length)
    throw new Error(
      `The word ${letters} has ${letters.length} letters, but was given ${targets.length} qubits: (${targets}).`,
    );
  if (new Set(targets).size !== targets.length)
    throw new Error(`The word ${letters} was given one qubit twice: (${targets}). Its qubits must all differ.`);
  let x = 0;
  let z = 0;
  targets.forEach((qubit, k) => {
    const letter = letters[k] ?? '';
    if (!'IXYZ'.includes(letter))
      throw new Error(`The word ${letters} has the letter ${letter}. Its letters are I, X, Y and Z.`);
    if (!(Number.isInteger(qubit) && qubit >= 0 && qubit < MOST_QUBITS))
      throw new Error(
        `The word ${letters} acts on qubit ${qubit}. Qubits are whole numbers from 0 to ${MOST_QUBITS - 1}.`,
      );
    if (letter === 'X' || letter === 'Y') x |= 1 << qubit;
    if (letter === 'Z' || letter === 'Y') z |= 1 << qubit;
  });
  return { x, z };
}

/** The qubits that a word acts on, as a bit mask: 0 for the identity. */
export const supportOf = ({ x, z }: PauliWord): number => x | z;

/** The letter of a word on a qubit: I, X, Y or Z. */
export const letterOf = ({ x, z }: PauliWord, qubit: number): Letter =>
  LETTERS[((x >>> qubit) & 1) | (((z >>> qubit) & 1) << 1)];

/** A text that is the same for the same word, to find it by. */
export const wordKey = ({ x, z }: PauliWord): string => `${x},${z}`;

/** The number of ones in `mask`. */
export function popcount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** 1 if the number of ones in `mask` is odd, else 0. */
export function parity(mask: number): number {
  let bits = mask ^ (mask >>> 16);
  bits ^= bits >>> 8;
  bits ^= bits >>> 4;
  return (0x6996 >>> (bits & 15)) & 1;
}
