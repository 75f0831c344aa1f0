import { checkInk } from '../check-ink.ts';
import { copyShifted, type Shift } from '../copy-shifted.ts';
import type { Step } from '../dataset.ts';
import { imageShape } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { moments } from '../moments.ts';
import { stepKind } from '../step-kind.ts';

type Shape = readonly [rows: number, columns: number];

export const centreKind = stepKind({
  step: 'centre',
  fields: { image: imageShape },
  apply({ image, width }) {
    return (data) => {
      checkImage('centre', image, data);
      checkInk('centre', data);
      const features = new Float32Array(data.features.length);
      for (let start = 0; start < features.length; start += width)
        copyShifted(data.features, start, features, start, image, shiftToCentre(data.features, start, image));
      return { ...data, features };
    };
  },
});

/**
 * Each image moved so that the centre of mass of its ink falls on the middle pixel, of an even number the second of the
 * two, as in MNIST: pixel 14,14 of 28 × 28. It is moved by whole pixels, which keeps every gray value as it is, and
 * never so far that ink would leave the image. An image without ink stays.
 */
export const centre = (): Step => (train) => centreKind.fitted({ width: train.width, image: imageOf('centre', train) });

function shiftToCentre(features: Float32Array, start: number, image: Shape): Shift {
  const found = moments(features, start, image);
  if (!found) return [0, 0];
  const [rows, columns] = image;
  const down = Math.round(Math.floor(rows / 2) - found.row);
  const right = Math.round(Math.floor(columns / 2) - found.column);
  const rowAt = (y: number): Line => ({ first: start + y * columns, stride: 1, length: columns });
  const columnAt = (x: number): Line => ({ first: start + x, stride: columns, length: rows });
  return [free(features, down, rows, rowAt), free(features, right, columns, columnAt)];
}

/** The part of a shift that pushes only lines without ink over the edge. */
function free(features: Float32Array, shift: number, lines: number, lineAt: (place: number) => Line): number {
  const sign = Math.sign(shift);
  let moved = 0;
  while (moved !== shift && isBlank(features, lineAt(shift > 0 ? lines - 1 - moved : -moved))) moved += sign;
  return moved;
}

interface Line {
  readonly first: number;
  readonly stride: number;
  readonly length: number;
}

function isBlank(features: Float32Array, { first, stride, length }: Line): boolean {
  for (let k = 0; k < length; k++) if (features[first + k * stride] !== 0) return false;
  return true;
}
