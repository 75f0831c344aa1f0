import type { Criterion } from './greedy-choice.ts';
import { betweenOf, correlation, type Scatter } from './scatter.ts';

/**
 * Least redundancy at most relevance (Peng, Long and Ding, IEEE Trans. Pattern Anal. Mach. Intell. 27 (2005) 1226), with
 * correlations for information: η − mean |r| with the features chosen. η² is the share of the variance that lies between
 * the classes; of two classes, η is the |point-biserial r|.
 */
export function mrmr(scatter: Scatter): Criterion {
  const relevance = scatter.features.map((_, j) => Math.sqrt(betweenOf(scatter, j, j) / scatter.total[j][j]));
  const sums = new Float64Array(relevance.length);
  let chosen = 0;
  return {
    gain: (j) => relevance[j] - (chosen > 0 ? sums[j] / chosen : 0),
    choose(j) {
      const column = sums.map((_, k) => correlation(scatter, j, k));
      for (let k = 0; k < sums.length; k++) sums[k] += Math.abs(column[k]);
      chosen++;
      return column;
    },
  };
}
