import { correlation, type Scatter } from './scatter.ts';

/** Correlations below this are those that PCA leaves, by rounding; between samples of independent features they are greater. */
const LEAST = 1e-3;

/**
 * Whether no two of the features correlate, as after PCA: then none can double another. mRMR chooses by η alone then,
 * and Fisher's separation of two classes too.
 */
export const uncorrelated = (scatter: Scatter): boolean =>
  scatter.features.every((_, j) =>
    scatter.features.slice(0, j).every((_, k) => Math.abs(correlation(scatter, j, k)) < LEAST),
  );
