import { covariance } from '../covariance.ts';
import type { Dataset } from '../dataset.ts';
import type { ClassMoments } from './class-moments.ts';

/** How some features vary together, each known by its place among them. */
export interface Scatter {
  readonly features: readonly number[];
  /** The covariances of all samples, of the population. */
  readonly total: readonly Float64Array[];
  /** Of each class, how far its means are from those of all samples, and its share of the samples. */
  readonly offsets: readonly Float64Array[];
  readonly shares: readonly number[];
}

/** Of the features that are asked for. Cost: samples × features², less where most values are the same. */
export function scatterOf(data: Dataset, moments: ClassMoments, features: readonly number[]): Scatter {
  const { width, labels } = data;
  const samples = labels.length;
  const mean = moments.means.slice(0, width).map((value, j) => value - moments.offsets[j]);
  return {
    features,
    total: covariance(data, mean, features).map((row) => row.map((value) => (value * (samples - 1)) / samples)),
    offsets: moments.labels.map((_, own) =>
      Float64Array.from(features, (feature) => moments.offsets[own * width + feature]),
    ),
    shares: Array.from(moments.sizes, (size) => size / samples),
  };
}

/** Σ share · offset · offset over the classes: the part of a covariance that lies between them. */
export const betweenOf = ({ offsets, shares }: Scatter, j: number, k: number): number =>
  shares.reduce((sum, share, own) => sum + share * offsets[own][j] * offsets[own][k], 0);

/** Pearson's correlation of two of the features. */
export const correlation = ({ total }: Scatter, j: number, k: number): number =>
  total[j][k] / Math.sqrt(total[j][j] * total[k][k]);
