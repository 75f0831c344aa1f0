import type { Step } from '../dataset.ts';
import { featureStatistics } from '../feature-statistics.ts';
import { number, perFeature } from '../field.ts';
import { checkTraining, stepKind } from '../step-kind.ts';
import { scaledBy } from '../trace.ts';

const fields = { mean: perFeature(number), deviation: perFeature(number) };

export const zScoreKind = stepKind({
  step: 'zScore',
  fields,
  apply:
    ({ mean, deviation, width }) =>
    (data) => {
      const features = new Float32Array(data.features.length);
      for (let start = 0; start < features.length; start += width)
        for (let j = 0; j < width; j++)
          features[start + j] = deviation[j] > 0 ? (data.features[start + j] - mean[j]) / deviation[j] : 0;
      return { ...data, features };
    },
  trace:
    ({ deviation }) =>
    (from) =>
      from.map((trace, k) => scaledBy(trace, deviation[k] > 0 ? 1 / deviation[k] : 0)),
});

/** (x − mean) / standard deviation of each feature in the training data; a constant becomes 0. */
export const zScore = (): Step => (train) => {
  checkTraining('zScore', train);
  const { mean, variance } = featureStatistics(train);
  return zScoreKind.fitted({ width: train.width, mean: [...mean], deviation: Array.from(variance, Math.sqrt) });
};
