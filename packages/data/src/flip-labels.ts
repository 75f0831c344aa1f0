import type { Dataset } from './dataset.ts';
import { random } from './random.ts';
import { rowsByClass } from './rows-by-class.ts';

/** How labels are made wrong. */
export interface FlipOptions {
  /** The share of each class whose labels are changed, from 0 to 1. */
  readonly share: number;
  readonly seed: number;
}

/** A dataset with wrong labels, and which they are. */
export interface Flipped {
  readonly data: Dataset;
  /** The rows whose labels were changed, in ascending order. */
  readonly rows: Uint32Array;
}

/**
 * The same data with the labels of a random share of each class changed, each to any of the other classes: symmetric
 * label noise, for studies of what withstands it.
 */
export function flipLabels(data: Dataset, { share, seed }: FlipOptions): Flipped {
  if (!(share >= 0 && share <= 1))
    throw new Error(`flipLabels changes a share of the labels, from 0 to 1, but was given ${share}.`);
  const classes = rowsByClass(data.labels);
  if (classes.length < 2)
    throw new Error(`flipLabels gives samples the label of another class, but the data have ${classes.length}.`);
  const labels = data.labels.slice();
  const rows = classes.flatMap(([label, own]) => {
    const { shuffled, below } = random(seed, 'flip', label);
    const others = classes.map(([other]) => other).filter((other) => other !== label);
    const chosen = shuffled(own).slice(0, Math.round(share * own.length));
    for (const row of chosen) labels[row] = others[below(others.length)];
    return chosen;
  });
  return { data: { ...data, labels }, rows: Uint32Array.from(rows).sort() };
}
