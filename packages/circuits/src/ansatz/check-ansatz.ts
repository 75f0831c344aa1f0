import { MOST_QUBITS } from '@hqnn/sim';
import { checkCount } from '../check.ts';

/** Throws unless an ansatz can have so many qubits and layers. */
export function checkAnsatz(who: string, qubits: number, layers: number, fewest = 1): void {
  checkCount(who, 'qubits', qubits, fewest, MOST_QUBITS);
  checkCount(who, 'layers', layers, 1);
}
