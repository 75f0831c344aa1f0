import { factorsOf } from '../angle.ts';
import type { Op } from '../op.ts';
import { linearOf } from '../op-parts.ts';
import { combined } from './combined.ts';
import type { Finding } from './finding.ts';
import { meeting, type Placed, placed } from './meeting.ts';
import { usesOf } from './uses.ts';
import { writtenOp } from './written-op.ts';

/** An op before, and its place in the circuit. */
interface Earlier extends Placed {
  readonly k: number;
}

/** A place where nothing is. */
const TOLD = 'told';

/** Ops that meet another, each with the last before it: they are less together, or two weights for one axis. */
export function neighbours(ops: readonly Op[]): readonly Finding[] {
  const before: Earlier[] = [];
  const free = turningOnce(ops);
  return ops.flatMap((op, k) => {
    const one = { ...placed(op), k };
    const place = meeting(one, before);
    if (place === undefined) {
      const found = redundant(one, before, free);
      before.push(one);
      return found;
    }
    const [earlier] = before.splice(place, 1);
    const left = combined(earlier.op, op) ?? [];
    // Each op is told of once: what is left of two still stands in the way, but meets no third.
    before.push(...left.map((rest) => ({ op: rest, place: TOLD, k })));
    return [cancelling(earlier, one, left)];
  });
}

function cancelling(earlier: Earlier, one: Earlier, left: readonly Op[]): Finding {
  const meet = `${writtenOp(earlier.op)} and ${writtenOp(one.op)} meet: all that is between commutes with them.`;
  const remedy = left[0] ? `Write ${writtenOp(left[0])} for both.` : 'They undo each other. Leave both out.';
  return { rule: 'cancelling-neighbours', ops: [earlier.k, one.k], message: `${meet} ${remedy}` };
}

function redundant(one: Earlier, before: readonly Earlier[], free: ReadonlySet<Op>): readonly Finding[] {
  const isFree = (op: Op) => free.has(op);
  const place = isFree(one.op) ? meeting(one, before, isFree) : undefined;
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

/** The ops that turn by a weight alone that is in no other op, so that another weight could take its part. */
function turningOnce(ops: readonly Op[]): ReadonlySet<Op> {
  const uses = usesOf(ops);
  return new Set(
    ops.filter((op) => {
      const { weight, feature } = linearOf(op) ?? {};
      return weight && feature === undefined && uses.get(factorsOf({ weight }))?.length === 1;
    }),
  );
}
