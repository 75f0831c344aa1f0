import type { Dataset } from './dataset.ts';

/**
 * Σ (x − mean)(x − mean)ᵀ/(samples − 1), of some of the features. Each is measured from the value that most samples have,
 * such as the ground of an image, so that what is equal to it costs nothing: most pixels of a digit are.
 */
export function covariance(
  { features, labels, width }: Dataset,
  mean: Float64Array,
  chosen: readonly number[],
): readonly Float64Array[] {
  const samples = labels.length;
  const size = chosen.length;
  const ground = Float64Array.from(chosen, (feature) => usual(features, width, feature));
  const products = chosen.map(() => new Float64Array(size));
  const places = new Int32Array(size + 3);
  const values = new Float64Array(size + 3);
  for (let row = 0; row < samples; row++) {
    let count = 0;
    for (let j = 0; j < size; j++) {
      const value = features[row * width + chosen[j]] - ground[j];
      if (value === 0) continue;
      places[count] = j;
      values[count++] = value;
    }
    // Four at a time, the last of them filled up with zeros: twice as fast as one by one.
    values.fill(0, count, count + 3);
    for (let a = 0; a < count; a += 4) addProducts(products, places, values, a);
  }
  const shift = Float64Array.from(chosen, (feature, j) => mean[feature] - ground[j]);
  const matrix = chosen.map(() => new Float64Array(size));
  for (let j = 0; j < size; j++)
    for (let k = 0; k <= j; k++)
      matrix[j][k] = matrix[k][j] = (products[j][k] - samples * shift[j] * shift[k]) / (samples - 1);
  return matrix;
}

/** Adds the products of four values with all up to them to the rows of these four; what is above the diagonal is not read. */
function addProducts(products: readonly Float64Array[], places: Int32Array, values: Float64Array, from: number): void {
  const [first, second, third, fourth] = [0, 1, 2, 3].map((k) => products[places[from + k]]);
  const [a, b, c, d] = [values[from], values[from + 1], values[from + 2], values[from + 3]];
  for (let k = 0; k < from + 4; k++) {
    const place = places[k];
    const value = values[k];
    first[place] += a * value;
    second[place] += b * value;
    third[place] += c * value;
    fourth[place] += d * value;
  }
}

/** As many samples as the usual value is told from. */
const LOOKED_AT = 101;

/** The value that most of some samples have in a feature. */
function usual(features: Float32Array, width: number, feature: number): number {
  const samples = features.length / width;
  const looks = Math.min(samples, LOOKED_AT);
  const counts = new Map<number, number>();
  for (let k = 0; k < looks; k++) {
    const value = features[Math.floor((k * samples) / looks) * width + feature];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
