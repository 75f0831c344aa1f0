import type { Dataset } from './dataset.ts';
import { fTail } from './f-tail.ts';

/** How well a feature tells the classes apart. */
export interface Anova {
  /** The variance between class means over the variance within classes; `Number.MAX_VALUE` if nothing varies within. */
  readonly f: number;
  /** How often features that know nothing of the class reach this f. */
  readonly p: number;
}

/** The one-way analysis of variance of each feature, over any number of classes. */
export function anova({ features, labels, width }: Dataset): readonly Anova[] {
  const rowsByClass = classes(labels);
  const between = rowsByClass.length - 1;
  const within = labels.length - rowsByClass.length;
  if (between < 1 || within < 1)
    throw new Error(
      `An analysis of variance takes two classes or more, and more samples than classes, ` +
        `but was given ${labels.length} samples of ${rowsByClass.length}.`,
    );
  return Array.from({ length: width }, (_, feature) => {
    const groups = rowsByClass.map((rows) => rows.map((row) => features[row * width + feature]));
    const mean = average(groups.flat());
    const spread = groups.map((group) => ({ size: group.length, mean: average(group), squares: squares(group) }));
    const explained = sum(spread.map((group) => group.size * (group.mean - mean) ** 2)) / between;
    const left = sum(spread.map((group) => group.squares)) / within;
    const f = explained === 0 ? 0 : Math.min(explained / left, Number.MAX_VALUE);
    return { f, p: fTail(f, between, within) };
  });
}

function classes(labels: Uint8Array): readonly (readonly number[])[] {
  const present = [...new Set(labels)];
  return present.map((label) => [...labels.keys()].filter((row) => labels[row] === label));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Measured from the first value, so that equal values have exactly themselves as mean. */
const average = (values: readonly number[]): number =>
  values[0] + sum(values.map((value) => value - values[0])) / values.length;

function squares(values: readonly number[]): number {
  const mean = average(values);
  return sum(values.map((value) => (value - mean) ** 2));
}
