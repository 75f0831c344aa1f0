import { type Dataset, rowsOf } from '../dataset.ts';
import { featureStatistics } from '../feature-statistics.ts';
import { pca } from '../steps/pca.ts';

export interface NearPairsOptions {
  /** The Euclidean distance up to which two samples are near. */
  readonly radius: number;
  /** How many numbers may be compared: some ten to twenty seconds' worth if absent. */
  readonly budget?: number;
}

/** How many coordinates a pair is judged by before its distance is computed, and how many samples they are learned from. */
const AXES = 8;
const LEARNED_FROM = 1000;

const BUDGET = 3e9;

/**
 * Tells `found` of each two of these rows, all different, that are near each other, by their places in the list. Samples
 * are never nearer than their coordinates along orthonormal axes, so that those apart in the leading principal ones are
 * passed over, and no pair is missed. Cost: a sort, and a look at each two that are near along the first axis; of n
 * samples up to n²/2 looks, if most are near each other. False if the budget ended the search before its end.
 */
export function nearPairs(
  data: Dataset,
  rows: readonly number[],
  { radius, budget = BUDGET }: NearPairsOptions,
  found: (one: number, other: number, distance: number) => void,
): boolean {
  if (rows.length < 2 || radius === 0) return true;
  const { order, coordinates } = sortedByFirst(leadingCoordinates(data, rows), rows);
  // Float32 rounds coordinates.
  const reach = radius + ROUNDING * coordinates.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const most = reach * reach;
  let left = budget;
  for (let one = 0; one < order.length; one++) {
    const start = one * AXES;
    for (let other = one + 1, at = start + AXES; other < order.length; other++, at += AXES) {
      // Along the first axis all that follow are further apart.
      const first = coordinates[at] - coordinates[start];
      if (first > reach) break;
      if (--left < 0) return false;
      if (squaredDistance(coordinates, start, at, AXES, most) > most) continue;
      left -= data.width;
      const [a, b] = [rows[order[one]] * data.width, rows[order[other]] * data.width];
      const square = squaredDistance(data.features, a, b, data.width, radius * radius);
      if (square <= radius * radius) found(order[one], order[other], Math.sqrt(square));
    }
  }
  return true;
}

const ROUNDING = 1e-6;

/** The places of rows in the order of their first coordinates, and their coordinates, filled up with zeros to AXES. */
function sortedByFirst({ features, width }: Dataset, rows: readonly number[]) {
  const order = [...rows.keys()].sort((a, b) => features[rows[a] * width] - features[rows[b] * width]);
  const coordinates = new Float32Array(rows.length * AXES);
  order.forEach((place, k) => {
    coordinates.set(features.subarray(rows[place] * width, (rows[place] + 1) * width), k * AXES);
  });
  return { order, coordinates };
}

/** The coordinates of all samples along principal axes of some of these. */
function leadingCoordinates(data: Dataset, rows: readonly number[]): Dataset {
  const step = Math.ceil(rows.length / LEARNED_FROM);
  const some = rowsOf(
    data,
    rows.filter((_, k) => k % step === 0),
  );
  const { minimum, maximum } = featureStatistics(some);
  const varying = minimum.reduce((count, least, j) => count + (maximum[j] > least ? 1 : 0), 0);
  return pca({ components: Math.min(AXES, varying, some.labels.length - 1) })(some)(data);
}

/** Summed only until it exceeds `most`. */
function squaredDistance(values: Float32Array, one: number, other: number, count: number, most: number): number {
  let square = 0;
  for (let k = 0; k < count && square <= most; k++) {
    const difference = values[one + k] - values[other + k];
    square += difference * difference;
  }
  return square;
}
