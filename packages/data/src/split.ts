import { random } from './random.ts';
import { rowsByClass } from './rows-by-class.ts';

/** Row numbers in ascending order: disjoint, and together all rows. */
export interface Split {
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
}

/** How a split is made. */
export interface SplitOptions {
  readonly seed: number;
  /** The share of each class that choices are made on. */
  readonly validation?: number;
  /** The share of each class that is looked at once, at the end. */
  readonly test?: number;
}

/** A seeded split in three, each part with every class in its share of the whole. */
export function split(labels: ArrayLike<number>, { seed, validation = 0.05, test = 0.2 }: SplitOptions): Split {
  checkShares(validation, test);
  if (labels.length === 0) throw new Error('There are no labels to split.');
  const parts = rowsByClass(labels).map(([label, rows]) => {
    const ends = [test * rows.length, (test + validation) * rows.length].map(Math.round);
    const order = random(seed, 'split', label).shuffled(rows);
    const part = {
      test: order.slice(0, ends[0]),
      validation: order.slice(ends[0], ends[1]),
      train: order.slice(ends[1]),
    };
    checkFilled(label, rows.length, part, { validation, test, train: 1 - validation - test });
    return part;
  });
  const rowsOfPart = (name: keyof Split) => Uint32Array.from(parts.flatMap((part) => part[name])).sort();
  return { train: rowsOfPart('train'), validation: rowsOfPart('validation'), test: rowsOfPart('test') };
}

function checkShares(validation: number, test: number): void {
  for (const [name, share] of Object.entries({ validation, test }))
    if (!(share >= 0 && share < 1))
      throw new Error(`${name} is a share of the samples, from 0 up to but not including 1, but is ${share}.`);
  if (validation + test >= 1)
    throw new Error(
      `validation = ${validation} and test = ${test} leave nothing to train on. Their sum must be below 1.`,
    );
}

type Counts<T> = { readonly [name in keyof Split]: T };

function checkFilled(label: number, size: number, part: Counts<readonly number[]>, shares: Counts<number>): void {
  for (const name of ['train', 'validation', 'test'] as const)
    if (shares[name] > 0 && part[name].length === 0)
      throw new Error(
        `Class ${label} has too few samples, ${size}, to be split: its ${name} part, ` +
          `a share of ${Number(shares[name].toFixed(6))}, would be empty. Give more samples of it, or other shares.`,
      );
}
