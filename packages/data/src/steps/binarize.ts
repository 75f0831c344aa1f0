import type { Dataset, Step } from '../dataset.ts';
import { broken, type Field, imageShape, number, oneOf, record } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { localMean, localShares } from '../local-mean.ts';
import { otsu } from '../otsu.ts';
import { stepKind } from '../step-kind.ts';
import { combined, type Trace } from '../trace.ts';

/** One threshold for all pixels, Otsu's or the mean of each image, or one for each pixel from those around it. */
export type BinarizeOptions =
  | { readonly threshold: number }
  | { readonly method: 'otsu' | 'mean' }
  | {
      readonly method: 'adaptive';
      /** The rows and columns of the window around a pixel, an odd number. */
      readonly size: number;
      /** How the pixels of the window are weighted: by a Gaussian if absent. */
      readonly window?: 'mean' | 'gaussian';
      /** What is taken from their mean to give the threshold, 0 if absent; a positive one makes ink of even paper. */
      readonly offset?: number;
    };

const odd: Field<number> = (value, path) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 3 && value % 2 === 1) return value;
  throw broken(path, 'an odd number, 3 or more', value);
};

const windowField = oneOf('mean', 'gaussian');

const adaptive = record({ image: imageShape, size: odd, window: windowField, offset: number });

type Adaptive = ReturnType<typeof adaptive>;

type Cut = number | 'otsu' | 'mean' | Adaptive;

const cut: Field<Cut> = (value, path, width) => {
  if (value === 'otsu' || value === 'mean' || (typeof value === 'number' && value >= 0 && value < 1)) return value;
  if (typeof value === 'object' && value !== null) return adaptive(value, path, width);
  throw broken(path, 'a number from 0 up to but not including 1, or the method otsu, mean or adaptive', value);
};

export const binarizeKind = stepKind({
  step: 'binarize',
  fields: { threshold: cut },
  apply({ threshold, width }) {
    const mark = marking(threshold);
    return (data) => {
      if (threshold === 'otsu') checkGray(data);
      if (typeof threshold === 'object') checkImage('binarize', threshold.image, data);
      const features = new Float32Array(data.features.length);
      for (let start = 0; start < features.length; start += width)
        mark(data.features.subarray(start, start + width), features.subarray(start, start + width));
      return { ...data, features };
    };
  },
  trace:
    ({ threshold }) =>
    (from) =>
      typeof threshold === 'object' ? contrasts(threshold, from) : from,
});

/**
 * 1 where a value is above the threshold, 0 elsewhere. Otsu's method takes pixels from 0 to 1. `adaptive` is
 * scikit-image's `threshold_local`, its thresholds rounded to the precision of the pixels.
 */
export function binarize(options: BinarizeOptions): Step {
  if (!('method' in options) || options.method !== 'adaptive') {
    const threshold = cut('method' in options ? options.method : options.threshold, 'binarize.threshold', 0);
    return ({ width }) => binarizeKind.fitted({ width, threshold });
  }
  const { size, window = 'gaussian', offset = 0 } = options;
  odd(size, 'binarize.size', 0);
  windowField(window, 'binarize.window');
  number(offset, 'binarize.offset');
  return (train) => {
    const image = imageOf('binarize', train);
    return binarizeKind.fitted({ width: train.width, threshold: { image, size, window, offset } });
  };
}

/** What writes 1 or 0 for each pixel of an image into another array. */
function marking(threshold: Cut): (pixels: Float32Array, into: Float32Array) => void {
  if (typeof threshold === 'number') return (pixels, into) => above(pixels, threshold, into);
  if (threshold === 'mean') return (pixels, into) => above(pixels, meanOf(pixels), into);
  if (threshold === 'otsu') return aboveOtsu;
  const means = localMean(threshold.image, threshold);
  return (pixels, into) => {
    const around = means(pixels);
    for (let k = 0; k < into.length; k++) into[k] = pixels[k] > Math.fround(around[k] - threshold.offset) ? 1 : 0;
  };
}

function aboveOtsu(pixels: Float32Array, into: Float32Array): void {
  const levels = new Uint8Array(pixels.length);
  for (let k = 0; k < pixels.length; k++) levels[k] = Math.round(255 * pixels[k]);
  above(levels, otsu(levels), into);
}

function above(values: Float32Array | Uint8Array, threshold: number, into: Float32Array): void {
  for (let k = 0; k < into.length; k++) into[k] = values[k] > threshold ? 1 : 0;
}

function meanOf(pixels: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < pixels.length; k++) sum += pixels[k];
  return sum / pixels.length;
}

/** A pixel less the mean around it, which the offset is compared with. */
const contrasts = (threshold: Adaptive, from: readonly Trace[]): readonly Trace[] =>
  localShares(threshold.image, threshold).map((shares, k) =>
    combined(from[k].name, [[from[k], 1], ...shares.map(({ pixel, share }) => [from[pixel], -share] as const)]),
  );

function checkGray({ features, width }: Dataset): void {
  for (let k = 0; k < features.length; k++)
    if (!(features[k] >= 0 && features[k] <= 1))
      throw new Error(
        `Otsu's method takes pixels from 0 to 1, but sample ${Math.floor(k / width)} has ${features[k]}. ` +
          'binarize stands before the steps that scale.',
      );
}
