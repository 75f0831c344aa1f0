import { crossed, type Share } from './weighted-sums.ts';

type Shape = readonly [rows: number, columns: number];

/** The pixels around one, weighted alike or by a Gaussian. */
export interface Neighbourhood {
  readonly window: 'mean' | 'gaussian';
  /** The rows and columns of the window, an odd number. */
  readonly size: number;
}

/**
 * The weighted mean around each pixel of an image, as scikit-image's `threshold_local` defines it: even weights over
 * `size` × `size` pixels, or a Gaussian of deviation (size − 1)/6 as far as four deviations; at its edges the image is
 * mirrored, the outermost pixels repeated. In double precision; every call fills the same array.
 */
export function localMean([rows, columns]: Shape, around: Neighbourhood): (pixels: Float32Array) => Float64Array {
  const weights = weightsOf(around);
  const [down, across] = [linesOf(rows, weights), linesOf(columns, weights)];
  const along = new Float64Array(rows * columns);
  const means = new Float64Array(rows * columns);
  return (pixels) => {
    for (let y = 0; y < rows; y++) across(pixels, along, y * columns, 1);
    for (let x = 0; x < columns; x++) down(along, means, x, columns);
    return means;
  };
}

/** For each pixel, row by row: those around it, each with its weight in the mean. */
export function localShares([rows, columns]: Shape, around: Neighbourhood): readonly (readonly Share[])[] {
  const weights = weightsOf(around);
  const windows = (length: number) => {
    const places = mirrored(length, (weights.length - 1) / 2);
    return Array.from({ length }, (_, k) => weights.map((share, j) => ({ pixel: places[k + j], share })));
  };
  return crossed(windows(rows), windows(columns), columns);
}

/** Of a window along a line; the same to both sides. */
function weightsOf({ window, size }: Neighbourhood): readonly number[] {
  if (window === 'mean') return Array<number>(size).fill(1 / size);
  const deviation = (size - 1) / 6;
  const reach = Math.floor(4 * deviation + 0.5);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-(((k - reach) / deviation) ** 2) / 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The means along a line of so many numbers that begins at `start`, its numbers `stride` apart. */
function linesOf(length: number, weights: readonly number[]) {
  const reach = (weights.length - 1) / 2;
  const half = Float64Array.from(weights.slice(reach));
  const places = mirrored(length, reach);
  const line = new Float64Array(places.length);
  return (from: Float32Array | Float64Array, into: Float64Array, start: number, stride: number) => {
    for (let k = 0; k < line.length; k++) line[k] = from[start + places[k] * stride];
    for (let k = 0; k < length; k++) {
      let sum = half[0] * line[k + reach];
      for (let j = 1; j <= reach; j++) sum += half[j] * (line[k + reach - j] + line[k + reach + j]);
      into[start + k * stride] = sum;
    }
  };
}

/** The places of a line with `reach` more at both ends: … 1 0 | 0 1 2 … */
function mirrored(length: number, reach: number): Int32Array {
  const period = 2 * length;
  return Int32Array.from({ length: length + 2 * reach }, (_, k) => {
    const place = (((k - reach) % period) + period) % period;
    return place < length ? place : period - 1 - place;
  });
}
