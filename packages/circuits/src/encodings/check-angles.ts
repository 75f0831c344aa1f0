import { MOST_QUBITS } from '@hqnn/sim';
import { type Angle, checkGiven } from '../angle.ts';
import { shown } from '../shown.ts';

/** Throws unless there are angles, and no more than fit so many on each qubit. */
export function checkAngles(who: string, angles: readonly Angle[], perQubit = 1): void {
  if (!(Array.isArray(angles) && angles.length >= 1 && angles.length <= perQubit * MOST_QUBITS))
    throw new Error(
      `${who} was given ${Array.isArray(angles) ? `${angles.length} angles` : `${shown(angles)} in place of a list of angles`}. ` +
        `It takes from 1 to ${perQubit * MOST_QUBITS}, as features(4) is four of them.`,
    );
  for (const angle of angles) checkGiven(who, angle);
}
