import { type Angle, sumOf } from '../angle.ts';
import { type Complex, complex } from '../complex.ts';
import { adjointGate, type Fixed, GATES } from '../gates.ts';
import { isIdentity, isPhase } from '../matrix.ts';
import type { Op } from '../op.ts';
import { isPhaseAxis } from '../place-of.ts';
import { content } from '../table-name.ts';
import { ROUNDING } from '../tolerance.ts';

/** What two ops of one place (`placeOf`) are together: nothing, or one rotation by the sum of their angles. */
export function combined(one: Op, other: Op): readonly Op[] | undefined {
  if ('angle' in one && 'angle' in other && !isPhaseAxis(one.gate)) {
    const angle = sumOf(one.angle, other.angle);
    if (angle === undefined) return undefined;
    const both = { ...one, angle };
    return isNothing(both) ? [] : [both];
  }
  const [phase, otherPhase] = [phaseOf(one), phaseOf(other)];
  if (phase !== undefined && otherPhase !== undefined) {
    const angle = sumOf(phase, otherPhase);
    return angle === undefined ? undefined : [turned(one, angle)].filter((both) => !isNothing(both));
  }
  if ('angle' in one || 'angle' in other) return undefined;
  return content(adjointGate(one.gate)) === content(other.gate) ? [] : undefined;
}

/** α, of an op that is P(α) under its controls, whatever it is called. */
function phaseOf(op: Op): Angle | undefined {
  if ('angle' in op) return isPhaseAxis(op.gate) ? op.angle : undefined;
  return isPhase(op.gate.matrix) ? argument(complex(op.gate.matrix[1][1])) : undefined;
}

const argument = ([re, im]: Complex) => Math.atan2(im, re);

/** P by the angle in the op's place: as Z, S, T or their inverses, where it is one of them. */
function turned({ targets, controls }: Op, angle: Angle): Op {
  const named = typeof angle === 'number' ? PHASES.find((row) => isNear(row, angle)) : undefined;
  return named ? { gate: named, targets, controls } : { gate: GATES.p, angle, targets, controls };
}

const PHASES = [GATES.z, GATES.s, GATES.t, adjointGate(GATES.s), adjointGate(GATES.t)];

function isNear({ matrix }: Fixed, angle: number): boolean {
  const [re, im] = complex(matrix[1][1]);
  return Math.hypot(re - Math.cos(angle), im - Math.sin(angle)) < ROUNDING;
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
