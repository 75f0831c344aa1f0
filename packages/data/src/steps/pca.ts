import { EVD, Matrix } from 'ml-matrix';
import type { Dataset, Step } from '../dataset.ts';
import { dot } from '../dot.ts';
import { featureStatistics } from '../feature-statistics.ts';
import { broken, count, flag, list, number, perFeature } from '../field.ts';
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
    const axes = components.map((axis) => Float64Array.from(axis));
    const scale = scalesOf(variance, whiten);
    return ({ features, labels }) => {
      const projected = new Float32Array(labels.length * axes.length);
      const centred = new Float64Array(width);
      for (let row = 0; row < labels.length; row++) {
        for (let j = 0; j < width; j++) centred[j] = features[row * width + j] - mean[j];
        axes.forEach((axis, k) => {
          projected[row * axes.length + k] = dot(centred, axis) * scale[k];
        });
      }
      return { features: projected, labels, width: axes.length };
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
    const pairs = leading(matrix, components);
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

/** Σ (x − mean)(x − mean)ᵀ / (samples − 1), of some of the features. */
function covariance(
  { features, labels, width }: Dataset,
  mean: Float64Array,
  chosen: readonly number[],
): readonly Float64Array[] {
  const columns = chosen.map((j) => Float64Array.from(labels, (_, row) => features[row * width + j] - mean[j]));
  const matrix = chosen.map(() => new Float64Array(chosen.length));
  for (let j = 0; j < columns.length; j++)
    for (let k = 0; k <= j; k++) matrix[j][k] = matrix[k][j] = dot(columns[j], columns[k]) / (labels.length - 1);
  return matrix;
}

/** The greatest eigenvalues of a symmetric matrix, in descending order, with their unit vectors. */
function leading(matrix: readonly Float64Array[], count: number) {
  const square = new Matrix(matrix.map((row) => [...row]));
  const { realEigenvalues: values, eigenvectorMatrix: vectors } = new EVD(square, { assumeSymmetric: true });
  // ml-matrix gives them in ascending order.
  return Array.from({ length: count }, (_, k) => ({
    value: values[values.length - 1 - k],
    vector: Float64Array.from(vectors.getColumn(values.length - 1 - k)),
  }));
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
