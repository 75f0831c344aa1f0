import { checkDataset, type Dataset, type Fitted, type Transform } from '../dataset.ts';
import { list, number } from '../field.ts';
import { traces } from '../trace.ts';
import { column } from './column.ts';

/** How one feature is distributed, as it reaches the circuit. */
export interface FeatureDistribution {
  readonly name: string;
  readonly mean: number;
  readonly deviation: number;
  readonly minimum: number;
  readonly maximum: number;
  /** E(x − mean)³/deviation³; 0 if symmetric or constant. */
  readonly skew: number;
  /** The share that the last step clipped to its range; null if it does not clip, or is not known. */
  readonly clipped: number | null;
  /** The share whose angle is not in [−π, π], where another value has the same state. */
  readonly outside: number;
}

/** How the features of a dataset are distributed: plain JSON data. */
export interface Distribution {
  readonly samples: number;
  readonly features: readonly FeatureDistribution[];
  readonly warnings: readonly string[];
}

export interface DistributionOptions {
  /** What prepares the data first; then features have the names of their traces, and clipping is told. */
  readonly transform?: Transform;
  /** The angle that a circuit makes of a feature, over the feature: 1 if absent. */
  readonly scale?: number;
}

/** The share of a feature's angles outside [−π, π] above which a warning is given. */
const FEW = 0.01;

/** What is to be encoded, before it is: skew, range, and the shares that are clipped or leave [−π, π]. */
export function distribution(data: Dataset, { transform, scale = 1 }: DistributionOptions = {}): Distribution {
  number(scale, 'distribution.scale');
  if (data.labels.length === 0) throw new Error('A distribution is that of some samples, but there are none.');
  const encoded = transform ? transform(data) : data;
  checkDataset(encoded);
  const names = transform ? transform.trace(traces(data)) : traces(data);
  const clipped = transform && clippedShares(transform, data);
  const features = names.map(({ name }, feature) => {
    const values = column(encoded, feature);
    return { name, ...momentsOf(values), clipped: clipped?.[feature] ?? null, outside: share(values, scale) };
  });
  return { samples: encoded.labels.length, features, warnings: warningsOf(features) };
}

function momentsOf(values: Float32Array) {
  let [minimum, maximum] = [values[0], values[0]];
  let mean = 0;
  for (const value of values) {
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
    mean += value - values[0];
  }
  mean = values[0] + mean / values.length;
  let [second, third] = [0, 0];
  for (const value of values) {
    second += (value - mean) ** 2 / values.length;
    third += (value - mean) ** 3 / values.length;
  }
  return { mean, deviation: Math.sqrt(second), minimum, maximum, skew: second > 0 ? third / second ** 1.5 : 0 };
}

/** π as Float32 has it, a little above π: an end of [0, π] is inside. */
const PI = Math.fround(Math.PI);

const share = (values: Float32Array, scale: number): number =>
  values.reduce((count, value) => count + (Math.abs(scale * value) > PI ? 1 : 0), 0) / values.length;

/** Of each feature the share that lies outside the range that the last step learned, if it clips to one. */
function clippedShares({ steps }: Transform, data: Dataset): readonly number[] | undefined {
  const last = steps.at(-1);
  const range = last && rangeOf(last.fitted);
  if (!range) return undefined;
  const { features, labels, width } = steps.slice(0, -1).reduce((changed, step) => step(changed), data);
  const counts = new Array<number>(width).fill(0);
  for (let row = 0; row < labels.length; row++)
    for (let j = 0; j < width; j++) {
      const value = features[row * width + j];
      if (value < range.minimum[j] || value > range.maximum[j]) counts[j]++;
    }
  return counts.map((count) => count / labels.length);
}

/** A step that clips its features tells between which values it does not. */
const rangeOf = ({ minimum, maximum }: Fitted) =>
  Array.isArray(minimum) && Array.isArray(maximum)
    ? { minimum: list(number)(minimum, 'minimum', 0), maximum: list(number)(maximum, 'maximum', 0) }
    : undefined;

function warningsOf(features: readonly FeatureDistribution[]): readonly string[] {
  const many = features.filter(({ outside }) => outside > FEW);
  if (many.length === 0) return [];
  const worst = many.reduce((most, feature) => (feature.outside > most.outside ? feature : most));
  return [
    `Of ${many.length} of ${features.length} features more than 1 % of the angles leave (−π, π), most of ${worst.name}, ` +
      `${(100 * worst.outside).toFixed(1)} %: there two values share one state. Scale the features down, or clip them by toAngles.`,
  ];
}
