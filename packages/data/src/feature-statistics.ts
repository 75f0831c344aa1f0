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
  const minimum = Float64Array.from(features.subarray(0, width));
  const maximum = minimum.slice();
  const mean = new Float64Array(width);
  for (let k = 0; k < features.length; k++) {
    const feature = k % width;
    const value = features[k];
    if (value < minimum[feature]) minimum[feature] = value;
    if (value > maximum[feature]) maximum[feature] = value;
    mean[feature] += (value - features[feature]) / samples;
  }
  for (let feature = 0; feature < width; feature++) mean[feature] += features[feature];
  const variance = new Float64Array(width);
  for (let k = 0; k < features.length; k++) variance[k % width] += (features[k] - mean[k % width]) ** 2 / samples;
  return { mean, variance, minimum, maximum };
}
