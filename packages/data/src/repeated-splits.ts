import { count } from './field.ts';
import { random } from './random.ts';
import { type Split, type SplitOptions, split } from './split.ts';

/** How often data are split, and how each time. */
export interface RepeatedSplitsOptions extends SplitOptions {
  readonly times: number;
}

/** So many splits of the same data, each with a seed of its own that follows from the one given. */
export function repeatedSplits(
  labels: ArrayLike<number>,
  { times, seed, ...shares }: RepeatedSplitsOptions,
): readonly Split[] {
  count(times, 'repeatedSplits.times');
  return Array.from({ length: times }, (_, k) =>
    split(labels, { ...shares, seed: random(seed, 'repeat', k).below(2 ** 48) }),
  );
}
