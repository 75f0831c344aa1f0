import type { Dataset } from '../dataset.ts';
import { rowsByClass } from '../rows-by-class.ts';
import { sortedValues } from './sorted-values.ts';

/**
 * sup |F(x) − G(x)|, the distance of Kolmogorov and Smirnov between the distributions of two samples: 0 where they are
 * the same, 1 where every value of one is below all of the other.
 */
export function ksDistance(one: Float32Array, other: Float32Array): number {
  if (one.length === 0 || other.length === 0)
    throw new Error(
      `A distance of distributions takes two samples, but they have ${one.length} and ${other.length} values.`,
    );
  if (one.some(Number.isNaN) || other.some(Number.isNaN))
    throw new Error('A distance of distributions takes values in an order, but one of them is NaN.');
  return sortedDistance(sortedValues(one), sortedValues(other));
}

/** The distance that two samples of one distribution exceed in 5 of 100 cases, as both grow: 1.36·√((n + m)/(n·m)). */
export const ksCritical = (n: number, m: number): number => 1.36 * Math.sqrt((n + m) / (n * m));

/** How far the distributions of a feature in two classes are apart, and how far they are by chance. */
export interface KsOfClasses {
  readonly distance: number;
  readonly critical: number;
}

/**
 * Of the two classes whose distance exceeds its critical value most, if there are more. The best of so many pairs is held
 * to the value that one of them exceeds by chance in 5 of 100 cases at most: c(α) = √(−½ ln(α/2)), α divided by the pairs.
 */
export function ksOfClasses({ features, labels, width }: Dataset): (feature: number) => KsOfClasses {
  const classes = rowsByClass(labels);
  return (feature) => {
    const sorted = classes.map(([, rows]) => {
      const values = new Float32Array(rows.length);
      for (let k = 0; k < rows.length; k++) values[k] = features[rows[k] * width + feature];
      return sortedValues(values);
    });
    const pairs = sorted.flatMap((one, k) =>
      sorted.slice(k + 1).map((other) => ({
        distance: sortedDistance(one, other),
        critical: ksCritical(one.length, other.length),
      })),
    );
    const best = pairs.reduce((most, pair) =>
      pair.distance / pair.critical > most.distance / most.critical ? pair : most,
    );
    return { ...best, critical: best.critical * Math.sqrt(Math.log(0.025 / pairs.length) / Math.log(0.025)) };
  };
}

function sortedDistance(one: Float32Array, other: Float32Array): number {
  let [i, j] = [0, 0];
  let greatest = 0;
  while (i < one.length && j < other.length) {
    const value = Math.min(one[i], other[j]);
    while (i < one.length && one[i] <= value) i++;
    while (j < other.length && other[j] <= value) j++;
    greatest = Math.max(greatest, Math.abs(i / one.length - j / other.length));
  }
  return greatest;
}
