import { eulerAngles } from '@hqnn/sim';
import type { Angle } from '../angle.ts';
import type { Fixed, Rotation } from '../gates.ts';
import { controlled, type FixedOp, type Op, p, ry, rz } from '../op.ts';
import { onQubits } from '../op-parts.ts';
import { packed } from '../packed.ts';
import { GIVEN, ROUNDING } from '../tolerance.ts';
import { uncontrolled } from '../uncontrolled.ts';
import type { Dialect } from './dialect.ts';
import { gateName } from './gate-name.ts';
import { twoLevel } from './two-level.ts';

/** The op as ops that the dialect can say: itself, or without the controls that it has no word for. */
export function lowered(op: Op, dialect: Dialect): readonly Op[] {
  if (isSaid(op, dialect)) return [op];
  return ('angle' in op ? uncontrolled(op) : unfolded(op)).filter(acts).flatMap((one) => lowered(one, dialect));
}

/** Everything can be said without controls, and in OpenQASM 3 under controls too, but for an angle that it would wrap. */
function isSaid(op: Op, dialect: Dialect): boolean {
  if (op.controls.length === 0) return true;
  const name = gateName(op, dialect);
  if (!dialect.modern) return name !== undefined;
  return !('angle' in op) || isTurn(op.angle) || (name !== undefined && hasPeriod2Pi(op.gate));
}

/** OpenQASM 3 takes an angle modulo 2π: a gate of period 4π is undone by α in place of −α, but cannot turn further. */
const isTurn = (angle: Angle) => typeof angle === 'number' && Math.abs(angle) < 2 * Math.PI;

/** Whether both eigenvalues of the generator are whole: a turn by 2π is then nothing, even under a control. */
export const hasPeriod2Pi = ({ phase }: Rotation) => Number.isInteger(phase - 1 / 2);

/** A gate without an angle, as gates on one qubit, and these as rotations and a phase, all under its controls. */
function unfolded({ gate, targets, controls }: FixedOp): readonly Op[] {
  if (gate.qubits > 1) return twoLevel(gate).map((one) => controlled(onQubits(one, targets), ...controls));
  const { first, middle, last, phase } = euler(gate);
  const [target] = targets;
  const [control, ...others] = controls;
  return [
    ...[rz(first, target), ry(middle, target), rz(last, target)].map((one) => controlled(one, ...controls)),
    controlled(p(phase, control), ...others),
  ];
}

/** The Euler angles of a gate on one qubit. */
export function euler({ name, matrix }: Fixed) {
  const angles = eulerAngles(packed(matrix), GIVEN);
  if (!angles) throw new Error(`The matrix of ${name} is not unitary: ${JSON.stringify(matrix)}.`);
  return angles;
}

/** Whether an op is more than a turn by nothing. */
export const acts = (op: Op) => !('angle' in op && typeof op.angle === 'number' && Math.abs(op.angle) < ROUNDING);
