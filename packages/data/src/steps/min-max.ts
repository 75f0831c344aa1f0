import type { Dataset, Step } from '../dataset.ts';
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
    (data) => {
      const features = new Float32Array(data.features.length);
      for (let start = 0; start < features.length; start += width)
        for (let j = 0; j < width; j++) {
          const range = maximum[j] - minimum[j];
          const share = range > 0 ? (data.features[start + j] - minimum[j]) / range : 0;
          features[start + j] = low + Math.min(Math.max(share, 0), 1) * (high - low);
        }
      return { ...data, features };
    },
  trace:
    ({ low, high, minimum, maximum }) =>
    (from) =>
      from.map((trace, k) => scaledBy(trace, maximum[k] > minimum[k] ? (high - low) / (maximum[k] - minimum[k]) : 0)),
});

/** What becomes of the training data's range. */
export interface MinMaxOptions {
  readonly low?: number;
  readonly high?: number;
  /** The share of the training samples that is clipped at each end, below ½: none if absent. */
  readonly tail?: number;
}

/**
 * Each feature's range in the training data, spread over [low, high]; what lies outside is clipped, a constant becomes
 * `low`. With `tail`, the range is that between the quantiles of tail and 1 − tail, so that a few samples do not decide it;
 * a feature that only these few have keeps its whole range.
 */
export function minMax({ low = 0, high = 1, tail = 0 }: MinMaxOptions = {}): Step {
  if (number(low, 'minMax.low') >= number(high, 'minMax.high'))
    throw broken('minMax.low', `below minMax.high, ${high}`, low);
  if (!(tail >= 0 && tail < 1 / 2)) throw broken('minMax.tail', 'a share from 0 up to but not including ½', tail);
  return (train) => {
    checkTraining('minMax', train);
    const [minimum, maximum] = tail === 0 ? rangeOf(train) : rangeBetween(train, tail);
    return minMaxKind.fitted({ width: train.width, low, high, minimum: [...minimum], maximum: [...maximum] });
  };
}

/** Between the quantiles; of a feature that differs in fewer samples than these leave out, the whole range. */
function rangeBetween(train: Dataset, tail: number): readonly [minimum: Float64Array, maximum: Float64Array] {
  const [low, high] = [quantiles(train, tail), quantiles(train, 1 - tail)];
  const [least, greatest] = rangeOf(train);
  const isFlat = (feature: number) => high[feature] <= low[feature];
  return [
    low.map((value, feature) => (isFlat(feature) ? least[feature] : value)),
    high.map((value, feature) => (isFlat(feature) ? greatest[feature] : value)),
  ];
}

function rangeOf(train: Dataset): readonly [minimum: Float64Array, maximum: Float64Array] {
  const { minimum, maximum } = featureStatistics(train);
  return [minimum, maximum];
}

/** That quantile of each feature, interpolated between the two nearest samples: Hyndman and Fan's definition 7, as NumPy's. */
function quantiles({ features, labels, width }: Dataset, share: number): Float64Array {
  const place = share * (labels.length - 1);
  const below = Math.floor(place);
  return Float64Array.from({ length: width }, (_, j) => {
    const sorted = Float32Array.from(labels, (_, row) => features[row * width + j]).sort();
    return sorted[below] + (place - below) * ((sorted[below + 1] ?? 0) - sorted[below]);
  });
}
