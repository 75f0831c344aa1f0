import { covariance } from '../covariance.ts';
import type { Step } from '../dataset.ts';
import { dot } from '../dot.ts';
import { featureStatistics } from '../feature-statistics.ts';
import { broken, count, flag, list, number, perFeature } from '../field.ts';
import { leadingEigenpairs } from '../leading-eigenpairs.ts';
import { type LinearMap, mapped, mappedTraces } from '../linear-map.ts';
import { checkTraining, stepKind } from '../step-kind.ts';

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
    const map = projection(mean, components, variance, whiten);
    const project = mapped(map, width);
    return ({ features, labels }) => ({ features: project(features), labels, width: components.length });
  },
  trace:
    ({ mean, components, variance, whiten }) =>
    (from) =>
      mappedTraces(projection(mean, components, variance, whiten), from, (k) => `component ${k}`),
});

/** W·(x − mean), the components as the rows of W, each divided by its deviation where that is asked for. */
function projection(
  mean: readonly number[],
  components: readonly (readonly number[])[],
  variance: readonly number[],
  whiten: boolean,
): LinearMap {
  const axes = components.map((axis, k) => {
    const scale = whiten ? 1 / Math.sqrt(variance[k]) : 1;
    return Float64Array.from(axis, (entry) => scale * entry);
  });
  const centre = Float64Array.from(mean);
  return { axes, origin: Float64Array.from(axes, (axis) => -dot(axis, centre)) };
}

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
