import type { Op } from '../op.ts';
import { placeOf } from '../place-of.ts';
import { combined } from './combined.ts';
import { commute } from './commute.ts';

/** An op, and where it acts. */
export interface Placed {
  readonly op: Op;
  readonly place: string;
}

export const placed = (op: Op): Placed => ({ op, place: placeOf(op) });

/** The last op before that this one meets in one place, so that `fits`: all that stands between commutes with it. */
export function meeting(
  { op, place }: Placed,
  before: readonly Placed[],
  fits: (earlier: Op, op: Op) => boolean = (earlier) => combined(earlier, op) !== undefined,
): number | undefined {
  for (let k = before.length - 1; k >= 0; k--) {
    const earlier = before[k];
    if (earlier.place === place && fits(earlier.op, op)) return k;
    if (!commute(earlier.op, op)) return undefined;
  }
  return undefined;
}
