import { MOST_QUBITS } from '@hqnn/sim';

/** Throws unless they are qubits among the first `count`, one or more, each once. */
export function checkQubits(who: string, qubits: readonly number[], count = MOST_QUBITS): void {
  if (!(Array.isArray(qubits) && qubits.length > 0))
    throw new Error(
      `${who} was given ${Array.isArray(qubits) ? 'no qubits' : `${qubits} for qubits`}. It takes one or more.`,
    );
  const outside = qubits.find((qubit) => !(Number.isInteger(qubit) && qubit >= 0 && qubit < count));
  if (outside !== undefined)
    throw new Error(`${who} was given qubit ${outside}. Its qubits are whole numbers from 0 to ${count - 1}.`);
  if (new Set(qubits).size !== qubits.length)
    throw new Error(`${who} was given one qubit twice: (${qubits}). Its qubits must all differ.`);
}
