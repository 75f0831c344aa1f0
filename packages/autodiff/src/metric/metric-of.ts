import { type Program, rowsIn, type Simulator, slopeInWeight } from '@hqnn/sim';
import type { AngleMetric } from './angle-metric.ts';
import { blockMetric, diagonalMetric } from './block-metric.ts';
import { drivenBy } from './driven.ts';
import { fullMetric } from './full-metric.ts';

/**
 * How much of a metric is computed: all of it, from amplitudes; or, from expectation values alone, what rotations have
 * with those that could act at the same place, or each with itself.
 */
export type Approximation = 'full' | 'block-diagonal' | 'diagonal';

const METRICS: Readonly<Record<Approximation, AngleMetric>> = {
  full: fullMetric,
  'block-diagonal': blockMetric,
  diagonal: diagonalMetric,
};

/** The names of the metrics that there are. */
export const APPROXIMATIONS = Object.keys(METRICS) as readonly Approximation[];

/** How many circuits `metricOf` executes on the simulator for each row of features. */
export const metricExecutions = (simulator: Simulator, program: Program, approximation: Approximation): number =>
  metricNamed(approximation).executions(simulator, program);

/**
 * The Fubini–Study metric in the weights of a program, as rows of a symmetric matrix: the mean over the rows of features.
 * The metric in the angles is pulled back by the chain rule, so that of a shared weight is the sum over its rotations.
 */
export function metricOf(
  simulator: Simulator,
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  approximation: Approximation,
): readonly Float64Array[] {
  const metric = metricNamed(approximation);
  if (approximation === 'full' && simulator.estimates)
    throw new Error(
      `The full metric is made of amplitudes, which ${simulator.name} does not know. Take the block-diagonal one, which is made of expectation values.`,
    );
  const rows = rowsIn(program, features);
  if (rows === 0) throw new Error('A metric is the mean over rows of features, but was asked for without any.');
  const driven = drivenBy(program).map(({ rotation, weight }) => ({ weight, angle: program.slots[rotation.slot] }));
  const slope = (row: number, k: number) => {
    const { angle } = driven[k];
    return typeof angle === 'number' ? 0 : slopeInWeight(angle, features, row * program.features);
  };
  const g = Array.from({ length: program.weights }, () => new Float64Array(program.weights));
  metric.each(simulator, program, features, weights, (row, one, other, value) => {
    const share = (slope(row, one) * slope(row, other) * value) / rows;
    const [a, b] = [driven[one].weight, driven[other].weight];
    g[a][b] += share;
    if (one !== other) g[b][a] += share;
  });
  return g;
}

function metricNamed(approximation: Approximation): AngleMetric {
  const metric = METRICS[approximation];
  if (!metric)
    throw new Error(`There is no approximation ${approximation} of a metric. There are ${APPROXIMATIONS.join(', ')}.`);
  return metric;
}
