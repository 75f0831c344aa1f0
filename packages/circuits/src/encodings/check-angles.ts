import { MOST_QUBITS } from '@hqnn/sim';

/** Throws unless there are angles, and no more than fit so many on each qubit. */
export function checkAngles(who: string, angles: readonly unknown[], perQubit = 1): void {
  if (!(Array.isArray(angles) && angles.length >= 1 && angles.length <= perQubit * MOST_QUBITS))
    throw new Error(
      `${who} was given ${Array.isArray(angles) ? angles.length : String(angles)} angles. It takes from 1 to ${perQubit * MOST_QUBITS}, ` +
        'as features(4) is four of them.',
    );
}
