import type { Op } from '../op.ts';
import { linearOf } from '../op-parts.ts';
import { combined } from './combined.ts';
import type { Finding } from './finding.ts';
import { meeting, type Placed, placed } from './meeting.ts';
import { writtenOp } from './written-op.ts';

/** An op before, and its place in the circuit. */
interface Earlier extends Placed {
  readonly k: number;
}

/** Ops that meet another, each with the last before it: they are less together, or two weights for one axis. */
export function neighbours(ops: readonly Op[]): readonly Finding[] {
  const before: Earlier[] = [];
  return ops.flatMap((op, k) => {
    const one = { ...placed(op), k };
    const place = meeting(one, before);
    if (place === undefined) {
      const found = redundant(one, before);
      before.push(one);
      return found;
    }
    // Of three that undo each other in turn, two go: what has been told is not there any more.
    const [earlier] = before.splice(place, 1);
    const left = combined(earlier.op, op) ?? [];
    before.push(...left.map((rest) => ({ ...placed(rest), k })));
    return [cancelling(earlier, one, left)];
  });
}

function cancelling(earlier: Earlier, one: Earlier, left: readonly Op[]): Finding {
  const meet = `${writtenOp(earlier.op)} and ${writtenOp(one.op)} meet: all that is between commutes with them.`;
  const remedy = left[0] ? `Write ${writtenOp(left[0])} for both.` : 'They undo each other. Leave both out.';
  return { rule: 'cancelling-neighbours', ops: [earlier.k, one.k], message: `${meet} ${remedy}` };
}

function redundant(one: Earlier, before: readonly Earlier[]): readonly Finding[] {
  const place = turnsByWeight(one.op) ? meeting(one, before, turnsByWeight) : undefined;
  if (place === undefined) return [];
  const earlier = before[place];
  return [
    {
      rule: 'redundant-rotation',
      ops: [earlier.k, one.k],
      message: `${writtenOp(earlier.op)} and ${writtenOp(one.op)} turn about one axis, so that only the sum of their angles matters. Leave one of them out.`,
    },
  ];
}

/** Whether it turns by a weight alone, so that another weight could take its part. */
function turnsByWeight(op: Op): boolean {
  const angle = linearOf(op);
  return angle !== undefined && angle.feature === undefined;
}
