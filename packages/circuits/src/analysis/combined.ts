import { sumOf } from '../angle.ts';
import { adjointGate } from '../gates.ts';
import { isIdentity } from '../matrix.ts';
import type { Op } from '../op.ts';
import { content } from '../table-name.ts';
import { ROUNDING } from '../tolerance.ts';

/** What two ops of one place (`placeOf`) are together: nothing, or one rotation by the sum of their angles. */
export function combined(one: Op, other: Op): readonly Op[] | undefined {
  if ('angle' in one && 'angle' in other) {
    const angle = sumOf(one.angle, other.angle);
    if (angle === undefined) return undefined;
    const both = { ...one, angle };
    return isNothing(both) ? [] : [both];
  }
  if ('angle' in one || 'angle' in other) return undefined;
  return content(adjointGate(one.gate)) === content(other.gate) ? [] : undefined;
}

/** Whether an op does nothing but turn the phase of the whole state. */
export function isNothing(op: Op): boolean {
  if (!('angle' in op)) return isIdentity(op.gate.matrix);
  const { angle, controls, gate } = op;
  if (typeof angle !== 'number') return false;
  const isWhole = (eigenvalue: number) => Math.abs(Math.sin((angle * eigenvalue) / 2)) < ROUNDING;
  // Without a control the eigenvalues phase ± ½ need only agree.
  return controls.length === 0 ? isWhole(1) : isWhole(gate.phase + 1 / 2) && isWhole(gate.phase - 1 / 2);
}
