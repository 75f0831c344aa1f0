import type { Dataset } from '../src/dataset.ts';

/** Nine samples of five numbers and three classes; figures for them were computed with NumPy, SciPy and scikit-learn. */
export const NINE: Dataset = {
  features: Float32Array.from({ length: 45 }, (_, k) => {
    const [i, j] = [Math.floor(k / 5), k % 5];
    return ((7 * i * i + 3 * j * j * i + 5 * j) % 16) / 16;
  }),
  labels: Uint8Array.from([0, 1, 2, 0, 1, 2, 0, 1, 2]),
  width: 5,
};

/** So many random images of 6 × 6 pixels from 0 to 1 in two classes; in class 1 the left half is brighter. */
export function images(count: number, uniform: () => number): Dataset {
  const labels = Uint8Array.from({ length: count }, (_, k) => k % 2);
  const features = Float32Array.from({ length: count * 36 }, (_, k) => {
    const brighter = labels[Math.floor(k / 36)] === 1 && k % 6 < 3;
    return brighter ? 0.4 + 0.6 * uniform() : 0.7 * uniform();
  });
  return { features, labels, width: 36, shape: [6, 6] };
}
