import { eulerAngles } from '@hqnn/sim';
import { type Angle, times } from '../angle.ts';
import type { Fixed, Rotation } from '../gates.ts';
import { controlled, type FixedOp, type Op, p, type RotationOp, ry, rz } from '../op.ts';
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
  const parts = !('angle' in op) ? unfolded(op) : isPhase(op) ? phases(op) : uncontrolled(op);
  return parts.filter(acts).flatMap((one) => lowered(one, dialect));
}

/**
 * Everything can be said without controls, and in OpenQASM 3 under controls too, but for an angle that it would wrap,
 * and for a gate on one qubit that has no name: U has one global phase in the specification and another in Qiskit.
 */
function isSaid(op: Op, dialect: Dialect): boolean {
  if (op.controls.length === 0) return true;
  const name = gateName(op, dialect);
  if (!dialect.modern) return name !== undefined;
  if (!('angle' in op)) return name !== undefined || op.gate.qubits > 1;
  return (isTurn(op.angle) && !isPhase(op)) || (name !== undefined && hasPeriod2Pi(op.gate));
}

/** Whether an op is a rotation about no letter but I: a phase of the state. */
export const isPhase = ({ gate }: RotationOp) => /^I+$/.test(gate.axis);

/** The angle of such a phase: exp(−iα(phase·I + ½I)) is e^{iφ} with φ = −(phase + ½)α. */
export const phaseAngle = ({ gate, angle }: RotationOp) => times(-(gate.phase + 1 / 2), angle);

/** A phase under controls, as P on the first. */
function phases(op: RotationOp): readonly Op[] {
  const [control, ...others] = op.controls;
  return [controlled(p(phaseAngle(op), control), ...others)];
}

/** OpenQASM 3 takes an angle modulo 2π: a gate of period 4π is undone by α in place of −α, but cannot turn further. */
const isTurn = (angle: Angle) => typeof angle === 'number' && Math.abs(angle) < 2 * Math.PI;

/** Whether both eigenvalues of the generator are whole: a turn by 2π is then nothing, even under a control. */
export const hasPeriod2Pi = ({ phase }: Rotation) => Number.isInteger(phase - 1 / 2);

/** A gate without an angle, as gates on one qubit, and these as rotations and a phase, all under its controls. */
function unfolded({ gate, targets, controls }: FixedOp): readonly Op[] {
  if (gate.qubits > 1) return twoLevel(gate).map((one) => controlled(onQubits(one, targets), ...controls));
  const [control, ...others] = controls;
  return [
    ...eulerTurns(gate, targets[0]).map((one) => controlled(one, ...controls)),
    controlled(p(euler(gate).phase, control), ...others),
  ];
}

/** The rotations that are a gate on one qubit, but for its phase. */
export function eulerTurns(gate: Fixed, target: number): readonly RotationOp[] {
  const { first, middle, last } = euler(gate);
  return [rz(first, target), ry(middle, target), rz(last, target)];
}

/** The Euler angles of a gate on one qubit. */
export function euler({ name, matrix }: Fixed) {
  const angles = eulerAngles(packed(matrix), GIVEN);
  if (!angles) throw new Error(`The matrix of ${name} is not unitary: ${JSON.stringify(matrix)}.`);
  return angles;
}

/** Whether an op is more than a turn by nothing. */
export const acts = (op: Op) => !('angle' in op && typeof op.angle === 'number' && Math.abs(op.angle) < ROUNDING);
