import { gathered } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';
import { imageOf, isDiagonal } from '../matrix.ts';
import type { FixedOp, Op, RotationOp } from '../op.ts';

/** Of each qubit its bit, where the state before an op is certainly a basis state in it. */
type Known = (0 | 1 | undefined)[];

/**
 * For each op whether it only ever turns the phase of the whole state: it acts along the basis, or is switched off, on
 * qubits that no op before it has taken out of |0⟩ or |1⟩. What is called idle has no effect, whatever its angle.
 */
export function idle({ qubits, ops, initial }: Circuit): readonly boolean[] {
  const known: Known = new Array<0 | 1 | undefined>(qubits).fill(initial ? undefined : 0);
  return ops.map((op) => advance(op, known));
}

/** Moves what is known past the op, and says whether the op is idle. */
function advance(op: Op, known: Known): boolean {
  if (op.controls.some((qubit) => known[qubit] === 0)) return true;
  const switchedOn = op.controls.every((qubit) => known[qubit] === 1);
  return 'angle' in op ? turned(op, switchedOn, known) : applied(op, switchedOn, known);
}

function turned(op: RotationOp, switchedOn: boolean, known: Known): boolean {
  const { axis } = op.gate;
  const moved = op.targets.filter((_, k) => axis[k] === 'X' || axis[k] === 'Y');
  const along = op.targets.filter((_, k) => axis[k] === 'Z');
  for (const qubit of moved) known[qubit] = undefined;
  return moved.length === 0 && switchedOn && along.every((qubit) => known[qubit] !== undefined);
}

function applied(op: FixedOp, switchedOn: boolean, known: Known): boolean {
  const { targets, gate } = op;
  if (isDiagonal(gate.matrix)) return switchedOn && targets.every((qubit) => known[qubit] !== undefined);
  const bits = targets.map((qubit) => known[qubit]);
  const from = bits.reduce<number>((index, bit, k) => index | ((bit ?? 0) << k), 0);
  const to = bits.includes(undefined) ? undefined : imageOf(gate.matrix, from);
  for (const [k, qubit] of targets.entries()) {
    const after = to === undefined ? undefined : (gathered(to, [k]) as 0 | 1);
    // Where it is not certain that the op acts, a bit is known if it is the same either way.
    known[qubit] = switchedOn || after === bits[k] ? after : undefined;
  }
  return switchedOn && to === from;
}
