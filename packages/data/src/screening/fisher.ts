import type { Criterion } from './greedy-choice.ts';
import { betweenOf, type Scatter } from './scatter.ts';

/** What is added to the diagonal of the correlations within classes, so that doubles of a feature do not divide by zero. */
const RIDGE = 1e-3;

/** The least share of a feature's variance that is taken to lie within classes. */
const LEAST_WITHIN = 1e-12;

/**
 * Fisher's separation tr(S_W⁻¹ S_B) of the classes by the features chosen together: S_W is the covariance within
 * classes, S_B = Σ nₖ/n (μₖ − μ)(μₖ − μ)ᵀ. Of two classes it is n₀n₁/n² times the square of Mahalanobis's distance.
 * Each feature is measured in its deviation within classes, and S_W has 10⁻³ added to its diagonal there, so the unit
 * of a feature does not matter. What one more adds is read from the Cholesky factor of S_W, which grows by a column.
 */
export function fisher(scatter: Scatter): Criterion {
  const { total, shares, features } = scatter;
  const within = (j: number, k: number) => total[j][k] - betweenOf(scatter, j, k);
  const deviation = features.map((_, j) => Math.sqrt(Math.max(within(j, j), LEAST_WITHIN * total[j][j])));
  // What the features chosen do not explain: of each feature's variance, and of its class means.
  const variance = new Float64Array(features.length).fill(1 + RIDGE);
  const offsets = scatter.offsets.map((own) => own.map((offset, j) => offset / deviation[j]));
  const factor: Float64Array[] = [];
  return {
    gain: (j) => shares.reduce((sum, share, own) => sum + share * offsets[own][j] ** 2, 0) / variance[j],
    choose(j) {
      const column = variance.map((_, k) => within(j, k) / (deviation[j] * deviation[k]));
      const root = Math.sqrt(variance[j]);
      const next = column.map((shared, k) => factor.reduce((left, known) => left - known[k] * known[j], shared) / root);
      for (const own of offsets) {
        const explained = own[j] / root;
        for (let k = 0; k < own.length; k++) own[k] -= next[k] * explained;
      }
      for (let k = 0; k < variance.length; k++) variance[k] -= next[k] ** 2;
      factor.push(next);
      return column;
    },
  };
}
