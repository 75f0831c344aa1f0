import { chiSquareTail } from './chi-square-tail.ts';
import { sortedValues } from './sorted-values.ts';

/** What a value tells of the class. */
export interface MutualInformation {
  /** Σ p(bin, class) · ln(p(bin, class)/(p(bin) p(class))), from 0 to the entropy of the classes. */
  readonly nats: number;
  /** How often values that know nothing of the class tell as much: the G-test, for large samples. */
  readonly p: number;
}

/** Bins that would hold equally many of the values, were no two the same. */
const BINS = 16;

/**
 * Of values in 16 quantile bins, a value's bin being ⌊16·(rank − ½)/n⌋: equal values share their mean rank, so they share
 * a bin, and two values that are all there is, such as ink and paper, never do.
 */
export function mutualInformation(
  values: Float32Array,
  classOf: Uint8Array,
  sizes: ArrayLike<number>,
): MutualInformation {
  const bounds = lowerBounds(sortedValues(values));
  const table = new Float64Array(bounds.length * sizes.length);
  for (let row = 0; row < values.length; row++) {
    let bin = bounds.length - 1;
    while (values[row] < bounds[bin]) bin--;
    table[bin * sizes.length + classOf[row]]++;
  }
  const samples = values.length;
  let nats = 0;
  for (let bin = 0; bin < bounds.length; bin++) {
    const counts = table.subarray(bin * sizes.length, (bin + 1) * sizes.length);
    const size = counts.reduce((sum, count) => sum + count, 0);
    counts.forEach((count, own) => {
      if (count > 0) nats += (count / samples) * Math.log((count * samples) / (size * sizes[own]));
    });
  }
  nats = Math.max(0, nats);
  return { nats, p: chiSquareTail(2 * samples * nats, (bounds.length - 1) * (sizes.length - 1)) };
}

/** The least value of each bin that has any. */
function lowerBounds(sorted: Float32Array): Float32Array {
  const bounds: number[] = [];
  let last = -1;
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (sorted[end] === sorted[start]) end++;
    const bin = Math.floor((BINS * (start + end)) / (2 * sorted.length));
    if (bin > last) bounds.push(sorted[start]);
    last = bin;
    start = end;
  }
  return Float32Array.from(bounds);
}
