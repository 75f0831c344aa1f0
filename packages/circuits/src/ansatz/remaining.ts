/**
 * The qubits that are left after so many halvings: of each two neighbours the second, and a last one without a
 * neighbour. remaining(8, 1) is [1, 3, 5, 7]; the last to remain is qubit n − 1.
 */
export function remaining(qubits: number, halvings: number): readonly number[] {
  if (!(Number.isInteger(qubits) && qubits >= 1 && Number.isInteger(halvings) && halvings >= 0))
    throw new Error(
      `remaining was given ${qubits} qubits and ${halvings} halvings. It takes whole numbers from 1 and from 0.`,
    );
  const all = [...Array(qubits).keys()];
  return Array.from({ length: halvings }).reduce<readonly number[]>(halved, all);
}

/** All qubits, what remains after one halving, after two, … as long as there are two to halve. */
export function halvings(qubits: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(Math.log2(qubits)) }, (_, level) => remaining(qubits, level));
}

const halved = (qubits: readonly number[]) => qubits.filter((_, k) => k % 2 === 1 || k === qubits.length - 1);
