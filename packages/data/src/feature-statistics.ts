import type { Dataset } from './dataset.ts';

/** For each feature its mean, variance (of the population), least and greatest value. */
export interface FeatureStatistics {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
}

/** Measured from the first sample, so that a constant feature has its own value as mean and exactly zero variance. */
export function featureStatistics({ features, labels, width }: Dataset): FeatureStatistics {
  const samples = labels.length;
  const first = Float64Array.from(features.subarray(0, width));
  const [minimum, maximum] = [first.slice(), first.slice()];
  const mean = new Float64Array(width);
  for (let start = 0; start < features.length; start += width)
    for (let j = 0; j < width; j++) {
      const value = features[start + j];
      if (value < minimum[j]) minimum[j] = value;
      if (value > maximum[j]) maximum[j] = value;
      mean[j] += value - first[j];
    }
  for (let j = 0; j < width; j++) mean[j] = first[j] + mean[j] / samples;
  const variance = new Float64Array(width);
  for (let start = 0; start < features.length; start += width)
    for (let j = 0; j < width; j++) variance[j] += (features[start + j] - mean[j]) ** 2;
  for (let j = 0; j < width; j++) variance[j] /= samples;
  return { mean, variance, minimum, maximum };
}
