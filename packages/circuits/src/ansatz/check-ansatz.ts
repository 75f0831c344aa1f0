import { MOST_QUBITS } from '@hqnn/sim';

/** Throws unless an ansatz can have so many qubits and layers. */
export function checkAnsatz(who: string, qubits: number, layers: number, fewest = 1): void {
  if (!(Number.isInteger(qubits) && qubits >= fewest && qubits <= MOST_QUBITS))
    throw new Error(`${who} was given ${qubits} qubits. It takes a whole number from ${fewest} to ${MOST_QUBITS}.`);
  if (!(Number.isInteger(layers) && layers >= 1))
    throw new Error(`${who} was given ${layers} layers. It takes a whole number from 1.`);
}
