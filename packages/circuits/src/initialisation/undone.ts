import { type Angle, type Weight, written } from '../angle.ts';
import type { Circuit } from '../circuit.ts';
import { encodes } from '../encodings/trainable.ts';
import { adjointGate } from '../gates.ts';
import type { Op } from '../op.ts';
import { linearOf, qubitsOf } from '../op-parts.ts';
import { placeOf } from '../place-of.ts';
import { content } from '../table-name.ts';

/** Two weights that must be equal. */
export type Tie = readonly [Weight, Weight];

/**
 * The weights that must be equal for every op with a weight to be undone by a later one, where all features are 0: ops
 * that undo each other lie like brackets, with nothing on their qubits between them that is not undone itself. Ops that
 * have no weight may stay.
 */
export function undone({ qubits, ops }: Circuit): readonly Tie[] {
  const open: Op[][] = Array.from({ length: qubits }, () => []);
  const ties: Tie[] = [];
  for (const op of ops.map(withoutFeatures)) {
    if (!turns(op)) continue;
    const on = qubitsOf(op);
    const last = open[on[0]].at(-1);
    if (last && on.every((q) => open[q].at(-1) === last) && undoes(last, op)) {
      for (const q of on) open[q].pop();
      const [one, other] = [weightOf(last), weightOf(op)];
      if (one && other) ties.push([one, other]);
    } else for (const q of on) open[q].push(op);
  }
  const left = open.flat().find(weightOf);
  if (left && 'angle' in left)
    throw new Error(
      `Identity blocks do not fit this circuit: ${left.gate.name} by ${written(left.angle)} on qubit ${left.targets.join(' and ')} is undone by no ` +
        'op after it. Build the circuit from identityBlock(U), which is U and its inverse.',
    );
  return ties;
}

/** The op where all features are 0. */
const withoutFeatures = (op: Op): Op => (encodes(op) ? { ...op, angle: op.angle.offset } : op);

/** Whether the op does anything at all. */
const turns = (op: Op) => !('angle' in op && op.angle === 0);

const weightOf = (op: Op): Weight | undefined => linearOf(op)?.weight;

/** Whether the second op undoes the first, once their weights are equal. */
function undoes(one: Op, other: Op): boolean {
  if (placeOf(one) !== placeOf(other)) return false;
  if ('angle' in one) return 'angle' in other && opposite(one.angle, other.angle);
  return !('angle' in other) && content(adjointGate(one.gate)) === content(other.gate);
}

function opposite(one: Angle, other: Angle): boolean {
  if (typeof one === 'number') return typeof other === 'number' && one === -other;
  if (typeof other === 'number') return false;
  return one.scale === -other.scale && one.offset === -other.offset;
}
