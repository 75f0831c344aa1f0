import type { Step } from '../dataset.ts';
import { broken, count, type Field, imageShape } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { stepKind } from '../step-kind.ts';

/** A part of the image by its first row and column and its size, or all but a margin on each of the four sides. */
export type CropOptions = Part | { readonly margin: number };

type Part = { readonly top: number; readonly left: number; readonly rows: number; readonly columns: number };

type Shape = readonly [rows: number, columns: number];

const place: Field<number> = (value, path) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value + 0;
  throw broken(path, 'a whole number, 0 or more', value);
};

export const cropKind = stepKind({
  step: 'crop',
  fields: { image: imageShape, top: place, left: place, rows: count, columns: count },
  apply({ image, top, left, rows, columns, width }) {
    checkInside(image, { top, left, rows, columns });
    return (data) => {
      checkImage('crop', image, data);
      const features = new Float32Array(data.labels.length * rows * columns);
      let end = 0;
      for (let start = 0; start < data.features.length; start += width)
        for (let row = top; row < top + rows; row++)
          for (let k = row * image[1] + left; k < row * image[1] + left + columns; k++)
            features[end++] = data.features[start + k];
      return { ...data, features, width: rows * columns, shape: [rows, columns] };
    };
  },
  trace:
    ({ image, top, left, rows, columns }) =>
    (from) =>
      Array.from(
        { length: rows * columns },
        (_, k) => from[(top + Math.floor(k / columns)) * image[1] + left + (k % columns)],
      ),
});

/** A part of the image; its pixels keep their names. */
export function crop(options: CropOptions): Step {
  if ('margin' in options) place(options.margin, 'crop.margin', 0);
  else {
    place(options.top, 'crop.top', 0);
    place(options.left, 'crop.left', 0);
    count(options.rows, 'crop.rows');
    count(options.columns, 'crop.columns');
  }
  return (train) => {
    const image = imageOf('crop', train);
    return cropKind.fitted({ width: train.width, image, ...('margin' in options ? inner(image, options) : options) });
  };
}

function inner([rows, columns]: Shape, { margin }: { readonly margin: number }) {
  const most = Math.ceil(Math.min(rows, columns) / 2) - 1;
  if (margin > most) throw broken('crop.margin', `at most ${most} for images of ${rows} × ${columns} pixels`, margin);
  return { top: margin, left: margin, rows: rows - 2 * margin, columns: columns - 2 * margin };
}

function checkInside(image: Shape, { top, left, rows, columns }: Part): void {
  if (top + rows > image[0] || left + columns > image[1])
    throw new Error(
      `crop cannot take rows ${top} to ${top + rows - 1} and columns ${left} to ${left + columns - 1} ` +
        `of images that have rows 0 to ${image[0] - 1} and columns 0 to ${image[1] - 1}.`,
    );
}
