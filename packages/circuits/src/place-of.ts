import type { Rotation } from './gates.ts';
import { isOrdered, isPhase } from './matrix.ts';
import type { FixedOp, Op, RotationOp } from './op.ts';

/** The same text for ops that turn about one thing, or act on the same qubits, in an order that makes no difference. */
export const placeOf = (op: Op): string => ('angle' in op ? placeOfRotation(op) : placeOfFixed(op));

function placeOfRotation({ gate: { axis, phase }, targets, controls }: RotationOp): string {
  if (isPhaseAxis({ axis, phase })) return `phase ${sorted([...controls, ...targets])}`;
  const letters = [...axis].flatMap((letter, k) => (letter === 'I' ? [] : [`${targets[k]}${letter}`])).sort();
  return `${letters} ${phase} under ${sorted(controls)}`;
}

function placeOfFixed({ gate: { matrix, qubits }, targets, controls }: FixedOp): string {
  if (isPhase(matrix)) return `phase ${sorted([...controls, ...targets])}`;
  return `fixed ${sorted(controls)} on ${qubits > 1 && !isOrdered(matrix) ? sorted(targets) : targets}`;
}

const sorted = (qubits: readonly number[]) => [...qubits].sort((a, b) => a - b);

/** Whether the rotation by α is P(α) = diag(1, e^{iα}), on which a control and the target are alike. */
export const isPhaseAxis = ({ axis, phase }: Pick<Rotation, 'axis' | 'phase'>) => axis === 'Z' && phase === -1 / 2;
