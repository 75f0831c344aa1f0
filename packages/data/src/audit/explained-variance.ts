import type { Dataset } from '../dataset.ts';
import { dot } from '../dot.ts';
import { featureStatistics } from '../feature-statistics.ts';

/**
 * tr(XᵀPX)/tr(XᵀX), X the features of all samples less their means and P the projection to the span of the kept ones:
 * the share of the whole variance that a linear map of the kept features restores. Of principal components it is their
 * explained variance; of chosen features, the criterion of McCabe's principal variables (Technometrics 26, 137, 1984).
 * 1 if nothing varies. Samples correspond row by row. Cost: samples × kept × (kept + features that are not 0).
 */
export function explainedVariance(whole: Dataset, kept: Dataset): number {
  const samples = whole.labels.length;
  const total = samples * featureStatistics(whole).variance.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 1;
  const basis = orthonormalBasis(kept);
  const size = basis.length;
  const byRow = new Float64Array(samples * size);
  basis.forEach((vector, k) => {
    for (let row = 0; row < samples; row++) byRow[row * size + k] = vector[row];
  });
  // Each vector is orthogonal to (1, 1, …), so that the means need not be taken from the features.
  const products = new Float64Array(whole.width * size);
  for (let row = 0; row < samples; row++)
    for (let j = 0; j < whole.width; j++) {
      const value = whole.features[row * whole.width + j];
      if (value === 0) continue;
      for (let k = 0; k < size; k++) products[j * size + k] += value * byRow[row * size + k];
    }
  return Math.min(1, products.reduce((sum, product) => sum + product ** 2, 0) / total);
}

/** What is left of a feature, as a share of its square, below which it is a combination of those before it. */
const NOTHING = 1e-10;

/** Of the span of the features less their means: Gram and Schmidt, twice for the sake of rounding. */
function orthonormalBasis({ features, labels, width }: Dataset): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  const { mean } = featureStatistics({ features, labels, width });
  for (let j = 0; j < width; j++) {
    const vector = Float64Array.from(labels, (_, row) => features[row * width + j] - mean[j]);
    const before = dot(vector, vector);
    for (let pass = 0; pass < 2; pass++) for (const unit of basis) subtract(vector, unit, dot(vector, unit));
    const after = dot(vector, vector);
    if (after > NOTHING * before) basis.push(vector.map((entry) => entry / Math.sqrt(after)));
  }
  return basis;
}

/** a ← a − factor · b. */
function subtract(a: Float64Array, b: Float64Array, factor: number): void {
  for (let k = 0; k < a.length; k++) a[k] -= factor * b[k];
}
