import { count } from './field.ts';
import { random } from './random.ts';
import { rowsByClass } from './rows-by-class.ts';
import type { Split } from './split.ts';

/** Row numbers in ascending order: disjoint, and together all rows. */
export type Fold = Pick<Split, 'train' | 'validation'>;

/** How data are divided into folds. */
export interface KFoldOptions {
  /** How many there are: 2 or more, and no more than the smallest class has samples. */
  readonly folds: number;
  readonly seed: number;
}

/**
 * The same data divided so many times, each sample once in the part that choices are made on. Stratified: each fold has
 * its share of each class, to within one sample.
 */
export function kFold(labels: ArrayLike<number>, { folds, seed }: KFoldOptions): readonly Fold[] {
  count(folds, 'kFold.folds');
  const classes = rowsByClass(labels);
  checkFolds(folds, classes);
  const fold = new Uint32Array(labels.length);
  // Each class goes on dealing where the one before it stopped, so that the folds are of one size, to within a sample.
  let dealt = 0;
  for (const [label, rows] of classes)
    for (const row of random(seed, 'fold', label).shuffled(rows)) fold[row] = dealt++ % folds;
  return Array.from({ length: folds }, (_, k) => ({
    train: rowsWhere(fold, (other) => other !== k),
    validation: rowsWhere(fold, (other) => other === k),
  }));
}

const rowsWhere = (fold: Uint32Array, holds: (fold: number) => boolean): Uint32Array =>
  Uint32Array.from([...fold.keys()].filter((row) => holds(fold[row])));

function checkFolds(folds: number, classes: ReturnType<typeof rowsByClass>): void {
  if (folds < 2) throw new Error('kFold takes 2 folds or more, but was given 1. To divide data once, take split.');
  if (classes.length === 0) throw new Error('There are no labels to divide into folds.');
  const small = classes.find(([, rows]) => rows.length < folds);
  if (small)
    throw new Error(
      `Class ${small[0]} has ${small[1].length} samples, too few for each of ${folds} folds to have one. Take fewer folds.`,
    );
}
