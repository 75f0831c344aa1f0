/** So many of a thing, in words: 1 qubit, 2 qubits. */
export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
