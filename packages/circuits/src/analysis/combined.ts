import { sumOf } from '../angle.ts';
import { adjointGate, type Fixed, type Rotation } from '../gates.ts';
import type { Op } from '../op.ts';
import { content } from '../table-name.ts';

/** What two ops are together, if they act in one place: nothing, or one rotation by the sum of their angles. */
export function combined(one: Op, other: Op): readonly Op[] | undefined {
  if (placeOf(one) !== placeOf(other)) return undefined;
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
  if (!('angle' in op)) return isIdentity(op.gate);
  const { angle, controls, gate } = op;
  if (typeof angle !== 'number') return false;
  const turns = (eigenvalue: number) => Math.abs(Math.sin((angle * eigenvalue) / 2)) < TINY;
  // Without a control the eigenvalues phase ± ½ need only agree.
  return controls.length === 0 ? turns(1) : turns(gate.phase + 1 / 2) && turns(gate.phase - 1 / 2);
}

const TINY = 1e-12;

const isIdentity = ({ matrix }: Fixed) =>
  matrix.every((row, j) => row.every((entry, k) => (typeof entry === 'number' ? entry : NaN) === (j === k ? 1 : 0)));

/** The same text for ops that may be combined: what they turn about, or their qubits, in an order that makes no difference. */
function placeOf(op: Op): string {
  const controls = sorted(op.controls);
  if ('angle' in op) return isPhase(op.gate) ? `phase ${sorted([...controls, ...op.targets])}` : wordOf(op.gate, op);
  const { matrix } = op.gate;
  if (isPhaseMatrix(matrix)) return `fixed phase ${sorted([...controls, ...op.targets])}`;
  return `fixed ${controls} on ${isSymmetric(matrix) ? sorted(op.targets) : op.targets}`;
}

const sorted = (qubits: readonly number[]) => [...qubits].sort((a, b) => a - b);

const wordOf = ({ axis, phase }: Rotation, { targets, controls }: Op) => {
  const letters = [...axis].flatMap((letter, k) => (letter === 'I' ? [] : [`${targets[k]}${letter}`])).sort();
  return `${letters} ${phase} under ${sorted(controls)}`;
};

/** diag(1, e^{iα}): controls and target are alike. */
const isPhase = ({ axis, phase }: Rotation) => axis === 'Z' && phase === -1 / 2;

const isPhaseMatrix = (matrix: Fixed['matrix']) =>
  matrix.length === 2 && matrix[0][0] === 1 && matrix[0][1] === 0 && matrix[1][0] === 0;

/** Whether the two qubits of a gate may change places. */
function isSymmetric(matrix: Fixed['matrix']): boolean {
  if (matrix.length !== 4) return false;
  const swapped = [0, 2, 1, 3];
  return matrix.every((row, j) => row.every((entry, k) => `${entry}` === `${matrix[swapped[j]][swapped[k]]}`));
}
