import type { Dataset, Step } from '../dataset.ts';
import { broken, type Field } from '../field.ts';
import { otsu } from '../otsu.ts';
import { stepKind } from '../step-kind.ts';

/** One threshold for all pixels, or Otsu's for each image. */
export type BinarizeOptions = { readonly threshold: number } | { readonly method: 'otsu' };

const cut: Field<number | 'otsu'> = (value, path) => {
  if (value === 'otsu' || (typeof value === 'number' && value >= 0 && value < 1)) return value;
  throw broken(path, 'a number from 0 up to but not including 1, or the method "otsu"', value);
};

export const binarizeKind = stepKind({
  step: 'binarize',
  fields: { threshold: cut },
  apply: ({ threshold }) => (threshold === 'otsu' ? byOtsu : (data) => above(data, data.features, () => threshold)),
});

/** 1 where a value is above the threshold, 0 elsewhere; Otsu's method finds a threshold for each image of pixels from 0 to 1. */
export function binarize(options: BinarizeOptions): Step {
  const threshold = cut('method' in options ? options.method : options.threshold, 'binarize.threshold', 0);
  return ({ width }) => binarizeKind.fitted({ width, threshold });
}

const byOtsu = (data: Dataset): Dataset => {
  const levels = grayLevels(data);
  return above(data, levels, otsu);
};

function above<T extends Float32Array | Uint8Array>(
  data: Dataset,
  values: T,
  threshold: (sample: T) => number,
): Dataset {
  const features = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += data.width) {
    const end = start + data.width;
    const limit = threshold(values.subarray(start, end) as T);
    for (let k = start; k < end; k++) features[k] = values[k] > limit ? 1 : 0;
  }
  return { ...data, features };
}

function grayLevels({ features, width }: Dataset): Uint8Array {
  const strange = features.findIndex((value) => value < 0 || value > 1);
  if (strange >= 0)
    throw new Error(
      `Otsu's method takes pixels from 0 to 1, but sample ${Math.floor(strange / width)} has ${features[strange]}. ` +
        'binarize stands before the steps that scale.',
    );
  return Uint8Array.from(features, (value) => Math.round(255 * value));
}
