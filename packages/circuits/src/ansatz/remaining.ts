import { MOST_QUBITS } from '@hqnn/sim';
import { checkCount } from '../check.ts';

/**
 * The qubits that are left after so many halvings: of each two neighbours the second, and a last one without a
 * neighbour. remaining(8, 1) is [1, 3, 5, 7]; the last to remain is qubit n − 1.
 */
export function remaining(qubits: number, halvings: number): readonly number[] {
  checkCount('remaining', 'qubits', qubits, 1, MOST_QUBITS);
  checkCount('remaining', 'halvings', halvings, 0, MOST_QUBITS);
  const all = [...Array(qubits).keys()];
  return Array.from({ length: halvings }).reduce<readonly number[]>(halved, all);
}

/** All qubits, what remains after one halving, after two, … as long as there are two to halve. */
export function halvings(qubits: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(Math.log2(qubits)) }, (_, level) => remaining(qubits, level));
}

const halved = (qubits: readonly number[]) => qubits.filter((_, k) => k % 2 === 1 || k === qubits.length - 1);
