import { areaShares } from '../area-average.ts';
import type { Step } from '../dataset.ts';
import { broken, count, imageShape } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { stepKind } from '../step-kind.ts';
import { combined, placeName } from '../trace.ts';

export const maxPoolKind = stepKind({
  step: 'maxPool',
  fields: { image: imageShape, rows: count, columns: count },
  apply({ image, rows, columns, width }) {
    const cells = cellsOf(image, [rows, columns]).map((pixels) => Int32Array.from(pixels));
    return (data) => {
      checkImage('maxPool', image, data);
      const features = new Float32Array(data.labels.length * cells.length);
      let end = 0;
      for (let start = 0; start < data.features.length; start += width)
        for (const pixels of cells) features[end++] = greatest(data.features, start, pixels);
      return { ...data, features, width: cells.length, shape: [rows, columns] };
    };
  },
  trace:
    ({ image, rows, columns }) =>
    (from) =>
      cellsOf(image, [rows, columns]).map((pixels, k) =>
        combined(
          placeName('cell', k, [rows, columns]),
          pixels.map((pixel) => [from[pixel], 1 / pixels.length]),
        ),
      ),
});

/**
 * The greatest pixel of each of `rows` × `columns` cells. Where cells cut through pixels, such a pixel counts in full in
 * each cell that it touches: PyTorch's `AdaptiveMaxPool2d`.
 */
export function maxPool({ rows, columns }: { readonly rows: number; readonly columns: number }): Step {
  count(rows, 'maxPool.rows');
  count(columns, 'maxPool.columns');
  return (train) => {
    const image = imageOf('maxPool', train);
    if (rows > image[0]) throw broken('maxPool.rows', `at most ${image[0]}, the rows of the image`, rows);
    if (columns > image[1]) throw broken('maxPool.columns', `at most ${image[1]}, the columns of the image`, columns);
    return maxPoolKind.fitted({ width: train.width, image, rows, columns });
  };
}

type Shape = readonly [rows: number, columns: number];

const cellsOf = (image: Shape, grid: Shape): readonly (readonly number[])[] =>
  areaShares(image, grid).map((shares) => shares.map(({ pixel }) => pixel));

function greatest(features: Float32Array, start: number, pixels: Int32Array): number {
  let most = features[start + pixels[0]];
  for (let k = 1; k < pixels.length; k++) {
    const value = features[start + pixels[k]];
    if (value > most) most = value;
  }
  return most;
}
