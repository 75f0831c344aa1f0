import type { Dataset } from '../dataset.ts';

/** How the features lie within and between the classes. */
export interface ClassMoments {
  /** The labels that occur, in ascending order; a class is a place in this list. */
  readonly labels: readonly number[];
  /** The class of each row. */
  readonly classOf: Uint8Array;
  readonly sizes: Float64Array;
  /** The means of the features, class after class. */
  readonly means: Float64Array;
  /** How far these are from the mean of all samples. */
  readonly offsets: Float64Array;
  /** Σ (x − mean of its class)² of each feature. */
  readonly within: Float64Array;
  /** Σ size · offset² of each feature. */
  readonly between: Float64Array;
}

/** Each mean is measured from the first sample of its class, so that a feature without variance has exactly none. */
export function classMoments(data: Dataset): ClassMoments {
  const { features, width } = data;
  const labels = [...new Set(data.labels)].sort((a, b) => a - b);
  const classOf = data.labels.map((label) => labels.indexOf(label));
  const sizes = new Float64Array(labels.length);
  for (const own of classOf) sizes[own]++;
  const first = Float64Array.from(labels.flatMap((_, own) => rowAt(data, classOf.indexOf(own))));
  const means = new Float64Array(labels.length * width);
  for (let row = 0; row < classOf.length; row++) {
    const at = classOf[row] * width;
    for (let j = 0; j < width; j++) means[at + j] += features[row * width + j] - first[at + j];
  }
  for (let k = 0; k < means.length; k++) means[k] = first[k] + means[k] / sizes[Math.floor(k / width)];
  const within = new Float64Array(width);
  for (let row = 0; row < classOf.length; row++) {
    const at = classOf[row] * width;
    for (let j = 0; j < width; j++) within[j] += (features[row * width + j] - means[at + j]) ** 2;
  }
  const offsets = offsetsOf(means, sizes, width);
  const between = new Float64Array(width);
  offsets.forEach((offset, k) => {
    between[k % width] += sizes[Math.floor(k / width)] * offset ** 2;
  });
  return { labels, classOf, sizes, means, offsets, within, between };
}

const rowAt = ({ features, width }: Dataset, row: number): readonly number[] => [
  ...features.subarray(row * width, (row + 1) * width),
];

/** Class means from the overall one, which is measured from the first of them. */
function offsetsOf(means: Float64Array, sizes: Float64Array, width: number): Float64Array {
  const samples = sizes.reduce((sum, size) => sum + size, 0);
  const overall = means.slice(0, width);
  for (let j = 0; j < width; j++)
    for (let own = 1; own < sizes.length; own++)
      overall[j] += (sizes[own] * (means[own * width + j] - means[j])) / samples;
  return means.map((mean, k) => mean - overall[k % width]);
}
