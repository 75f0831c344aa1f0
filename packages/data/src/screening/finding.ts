import { number, oneOf, orNull, place, record } from '../field.ts';

/** What became of a feature, and why: as `screen` keeps it. */
export const findings = record({
  /**
   * Kept; or dropped because it hardly varies, tells nothing of the class, has a lesser score than those kept, or would
   * have been kept for its score but adds less to the others than they do.
   */
  verdict: oneOf('kept', 'constant', 'irrelevant', 'outranked', 'redundant'),
  /** What the statistic says; null if not computed. */
  score: orNull(number),
  /** How often features that know nothing of the class have such a score; null of a statistic without. */
  p: orNull(number),
  /** The greatest p, or where there is none the least score, of a feature that knows the class; null if not tested. */
  threshold: orNull(number),
  /** What it added to those chosen before it; null unless chosen so. */
  gain: orNull(number),
  /** The kept feature that a redundant one correlates with most. */
  doubles: orNull(record({ feature: place, correlation: number })),
});

export type Finding = ReturnType<typeof findings>;
