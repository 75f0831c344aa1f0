import type { Step } from '../dataset.ts';
import { featureStatistics } from '../feature-statistics.ts';
import { broken, number, perFeature } from '../field.ts';
import { checkTraining, stepKind } from '../step-kind.ts';
import { scaledBy } from '../trace.ts';

const fields = { low: number, high: number, minimum: perFeature(number), maximum: perFeature(number) };

export const minMaxKind = stepKind({
  step: 'minMax',
  fields,
  apply:
    ({ low, high, minimum, maximum, width }) =>
    (data) => ({
      ...data,
      features: data.features.map((value, k) => {
        const feature = k % width;
        const range = maximum[feature] - minimum[feature];
        const share = range > 0 ? (value - minimum[feature]) / range : 0;
        return low + Math.min(Math.max(share, 0), 1) * (high - low);
      }),
    }),
  trace:
    ({ low, high, minimum, maximum }) =>
    (from) =>
      from.map((trace, k) => scaledBy(trace, maximum[k] > minimum[k] ? (high - low) / (maximum[k] - minimum[k]) : 0)),
});

/** Each feature's range in the training data, spread over [low, high]; what lies outside is clipped, a constant becomes `low`. */
export function minMax({ low = 0, high = 1 }: { readonly low?: number; readonly high?: number } = {}): Step {
  if (number(low, 'minMax.low') >= number(high, 'minMax.high'))
    throw broken('minMax.low', `below minMax.high, ${high}`, low);
  return (train) => {
    checkTraining('minMax', train);
    const { minimum, maximum } = featureStatistics(train);
    return minMaxKind.fitted({ width: train.width, low, high, minimum: [...minimum], maximum: [...maximum] });
  };
}
