import type { Dataset } from '../dataset.ts';

/** One feature of all samples. */
export function column({ features, labels, width }: Dataset, feature: number): Float32Array {
  const values = new Float32Array(labels.length);
  for (let row = 0; row < values.length; row++) values[row] = features[row * width + feature];
  return values;
}
