import type { Op } from '../op.ts';
import { linearOf } from '../op-parts.ts';
import { combined } from './combined.ts';
import type { Finding } from './finding.ts';
import { meeting, type Placed, placed } from './meeting.ts';
import { writtenOp } from './written-op.ts';

/** Ops that meet another, each with the last before it: they are less together, or two weights for one axis. */
export function neighbours(ops: readonly Op[]): readonly Finding[] {
  const before: Placed[] = [];
  return ops.flatMap((op, k) => {
    const one = placed(op);
    const found = cancelling(one, before, k) ?? redundant(one, before, k) ?? [];
    before.push(one);
    return found;
  });
}

function cancelling(one: Placed, before: readonly Placed[], k: number): Finding | undefined {
  const place = meeting(one, before);
  if (place === undefined) return undefined;
  const [earlier, op] = [before[place].op, one.op];
  const [left] = combined(earlier, op) ?? [];
  const meet = `${writtenOp(earlier)} and ${writtenOp(op)} meet: all that is between commutes with them.`;
  const remedy = left ? `Write ${writtenOp(left)} for both.` : 'They undo each other. Leave both out.';
  return { rule: 'cancelling-neighbours', ops: [place, k], message: `${meet} ${remedy}` };
}

function redundant(one: Placed, before: readonly Placed[], k: number): Finding | undefined {
  if (!turnsByWeight(one.op)) return undefined;
  const place = meeting(one, before, turnsByWeight);
  if (place === undefined) return undefined;
  const both = `${writtenOp(before[place].op)} and ${writtenOp(one.op)}`;
  return {
    rule: 'redundant-rotation',
    ops: [place, k],
    message: `${both} turn about one axis, so that only the sum of their angles matters. Leave one of them out.`,
  };
}

/** Whether it turns by a weight alone, so that another weight could take its part. */
function turnsByWeight(op: Op): boolean {
  const angle = linearOf(op);
  return angle !== undefined && angle.feature === undefined;
}
