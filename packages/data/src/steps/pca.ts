import { covariance } from '../covariance.ts';
import type { Step } from '../dataset.ts';
import { featureStatistics } from '../feature-statistics.ts';
import { broken, count, flag, list, number, perFeature } from '../field.ts';
import { leadingEigenpairs } from '../leading-eigenpairs.ts';
import { checkTraining, stepKind } from '../step-kind.ts';
import { combined } from '../trace.ts';

const fields = {
  mean: perFeature(number),
  /** Unit vectors, the one of greatest variance first. */
  components: list(perFeature(number)),
  variance: list(number),
  /** Each component's share of the whole variance. */
  explained: list(number),
  whiten: flag,
};

export const pcaKind = stepKind({
  step: 'pca',
  fields,
  apply({ mean, components, variance, whiten, width }) {
    if (variance.length !== components.length)
      throw broken('pca.variance', `a list of ${components.length}, one number for each component`, variance);
    const axes = projection(components, scalesOf(variance, whiten), width);
    const count = components.length;
    const origin = Float64Array.from({ length: count }, (_, k) => {
      let sum = 0;
      for (let j = 0; j < width; j++) sum -= mean[j] * axes[j * count + k];
      return sum;
    });
    return ({ features, labels }) => {
      const projected = new Float32Array(labels.length * count);
      const sums = new Float64Array(count);
      const places = new Int32Array(width + 3);
      const values = new Float64Array(width + 3);
      for (let row = 0; row < labels.length; row++) {
        let found = 0;
        // Most pixels of a digit are 0, and cost nothing.
        for (let j = 0; j < width; j++) {
          const value = features[row * width + j];
          if (value === 0) continue;
          places[found] = j * count;
          values[found++] = value;
        }
        values.fill(0, found, found + 3);
        sums.set(origin);
        for (let a = 0; a < found; a += 4) addAxes(sums, axes, places, values, a);
        projected.set(sums, row * count);
      }
      return { features: projected, labels, width: count };
    };
  },
  trace:
    ({ components, variance, whiten }) =>
    (from) => {
      const scale = scalesOf(variance, whiten);
      return components.map((axis, k) =>
        combined(
          `component ${k}`,
          axis.map((entry, j) => [from[j], entry * scale[k]]),
        ),
      );
    },
});

/** The components, scaled, feature by feature. */
function projection(components: readonly (readonly number[])[], scales: readonly number[], width: number) {
  const axes = new Float64Array(width * components.length);
  components.forEach((axis, k) => {
    for (let j = 0; j < width; j++) axes[j * components.length + k] = axis[j] * scales[k];
  });
  return axes;
}

/** Adds value · axis of four features, each axis from its place on. */
function addAxes(sums: Float64Array, axes: Float64Array, places: Int32Array, values: Float64Array, from: number): void {
  const [a, b, c, d] = [values[from], values[from + 1], values[from + 2], values[from + 3]];
  const [ofA, ofB, ofC, ofD] = [places[from], places[from + 1], places[from + 2], places[from + 3]];
  for (let k = 0; k < sums.length; k++)
    sums[k] += a * axes[ofA + k] + b * axes[ofB + k] + (c * axes[ofC + k] + d * axes[ofD + k]);
}

const scalesOf = (variance: readonly number[], whiten: boolean): readonly number[] =>
  variance.map((value) => (whiten ? 1 / Math.sqrt(value) : 1));

/**
 * The coordinates along the directions of greatest variance in the training data; with `whiten`, each of variance 1.
 * A direction and its opposite are equally good: the one whose largest entry is positive is taken.
 */
export function pca({ components, whiten = false }: { readonly components: number; readonly whiten?: boolean }): Step {
  count(components, 'pca.components');
  return (train) => {
    checkTraining('pca', train);
    const { mean, minimum, maximum } = featureStatistics(train);
    // A constant feature has no part in any direction, and a quarter of the pixels of two digits are constant.
    const varying = [...mean.keys()].filter((feature) => maximum[feature] > minimum[feature]);
    const most = Math.min(varying.length, train.labels.length - 1);
    if (components > most)
      throw broken(
        'pca.components',
        `at most ${most} for ${train.labels.length} training samples with ${varying.length} features that vary`,
        components,
      );
    const matrix = covariance(train, mean, varying);
    const pairs = leadingEigenpairs(matrix, components);
    const flat = pairs.findIndex(({ value }) => value < 1e-10 * pairs[0].value);
    if (whiten && flat >= 0)
      throw broken(
        'pca.components',
        `at most ${flat} to be whitened, for the data do not vary in more directions`,
        components,
      );
    const total = matrix.reduce((sum, row, k) => sum + row[k], 0);
    return pcaKind.fitted({
      width: train.width,
      mean: [...mean],
      components: pairs.map(({ vector }) => spread(upright(vector), varying, train.width)),
      variance: pairs.map(({ value }) => Math.max(0, value)),
      explained: pairs.map(({ value }) => Math.max(0, value) / total),
      whiten,
    });
  };
}

function upright(vector: Float64Array): Float64Array {
  const largest = vector.reduce((best, entry) => (Math.abs(entry) > Math.abs(best) ? entry : best), 0);
  return largest < 0 ? vector.map((entry) => -entry) : vector;
}

/** A vector over the chosen features as one over all. */
function spread(vector: Float64Array, chosen: readonly number[], width: number): number[] {
  const all = new Array<number>(width).fill(0);
  chosen.forEach((feature, k) => {
    all[feature] = vector[k];
  });
  return all;
}
