import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { covariance } from '../covariance.ts';
import type { Dataset } from '../dataset.ts';
import { featureStatistics } from '../feature-statistics.ts';

/** The normal distribution of a class: N(mean, L·Lᵀ). */
export interface ClassGaussian {
  readonly mean: readonly number[];
  /** The rows of the lower triangle L, the first of one number. */
  readonly factor: readonly (readonly number[])[];
}

/** What is added to a covariance, as a share of its mean variance. */
const RIDGE = 1e-3;

/** Of the samples of one class: their mean and full covariance Σ, made regular as Σ + 10⁻³ · tr Σ/width · 1. */
export function classGaussian(own: Dataset): ClassGaussian {
  const { width } = own;
  const { mean } = featureStatistics(own);
  const matrix = covariance(own, mean, [...mean.keys()]);
  const trace = matrix.reduce((sum, row, k) => sum + row[k], 0);
  const regular = matrix.map((row, j) =>
    Array.from(row, (value, k) => value + (j === k ? (RIDGE * trace) / width : 0)),
  );
  const lower = new CholeskyDecomposition(new Matrix(regular)).lowerTriangularMatrix;
  return { mean: [...mean], factor: regular.map((_, j) => lower.getRow(j).slice(0, j + 1)) };
}

/** ln N(x; mean, L·Lᵀ) without the term that all classes share: −½|L⁻¹(x − mean)|² − ln det L. */
export function logLikelihood({ mean, factor }: ClassGaussian): (x: Float32Array) => number {
  const determinant = factor.reduce((sum, row, j) => sum + Math.log(row[j]), 0);
  const rows = factor.map((row) => Float64Array.from(row));
  const solved = new Float64Array(mean.length);
  return (x) => {
    let square = 0;
    for (let j = 0; j < rows.length; j++) {
      let left = x[j] - mean[j];
      for (let k = 0; k < j; k++) left -= rows[j][k] * solved[k];
      solved[j] = left / rows[j][j];
      square += solved[j] * solved[j];
    }
    return -square / 2 - determinant;
  };
}
