import { count } from './field.ts';
import { random } from './random.ts';
import { rowsByClass } from './rows-by-class.ts';

/** How a balanced subset is drawn. */
export interface BalancedOptions {
  readonly seed: number;
  /** How many samples of each class: as many as the smallest has if absent. */
  readonly each?: number;
}

/** The rows of a random subset with as many samples of each class, in ascending order. */
export function balanced(labels: ArrayLike<number>, { seed, each }: BalancedOptions): Uint32Array {
  const classes = rowsByClass(labels);
  if (classes.length === 0) throw new Error('There are no labels to draw a subset of.');
  const [label, rows] = classes.reduce((least, one) => (one[1].length < least[1].length ? one : least));
  const size = each ?? rows.length;
  if (count(size, 'balanced.each') > rows.length)
    throw new Error(
      `balanced was asked for ${size} samples of each class, but class ${label} has ${rows.length}. Ask for that many at most.`,
    );
  return Uint32Array.from(
    classes.flatMap(([name, own]) => random(seed, 'balanced', name).shuffled(own).slice(0, size)),
  ).sort();
}
