import type { PauliWord } from '@hqnn/sim';

/** A text that is the same for the same word, to find it by. */
export const wordKey = ({ x, z }: PauliWord) => `${x},${z}`;

/** The letter of a word on a qubit: I, X, Y or Z. */
export const letterOf = ({ x, z }: PauliWord, qubit: number) => 'IXZY'[((x >> qubit) & 1) | (((z >> qubit) & 1) << 1)];

/** The qubits that a word acts on, as a bit mask: 0 for the identity. */
export const supportOf = ({ x, z }: PauliWord) => x | z;
