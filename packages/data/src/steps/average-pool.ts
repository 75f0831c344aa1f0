import { areaShares } from '../area-average.ts';
import type { Step } from '../dataset.ts';
import { broken, count, imageShape } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { stepKind } from '../step-kind.ts';
import { combined, placeName } from '../trace.ts';
import { weightedSums } from '../weighted-sums.ts';

export const averagePoolKind = stepKind({
  step: 'averagePool',
  fields: { image: imageShape, rows: count, columns: count },
  apply({ image, rows, columns, width }) {
    const pooled = weightedSums(areaShares(image, [rows, columns]), width);
    return (data) => {
      checkImage('averagePool', image, data);
      return { ...data, features: pooled(data.features), width: rows * columns, shape: [rows, columns] };
    };
  },
  trace:
    ({ image, rows, columns }) =>
    (from) =>
      areaShares(image, [rows, columns]).map((shares, k) =>
        combined(
          placeName('cell', k, [rows, columns]),
          shares.map(({ pixel, share }) => [from[pixel], share]),
        ),
      ),
});

/** Images averaged to `rows` × `columns` cells, pixels weighted by area: exact also where cells cut through pixels. */
export function averagePool({ rows, columns }: { readonly rows: number; readonly columns: number }): Step {
  count(rows, 'averagePool.rows');
  count(columns, 'averagePool.columns');
  return (train) => {
    const image = imageOf('averagePool', train);
    if (rows > image[0]) throw broken('averagePool.rows', `at most ${image[0]}, the rows of the image`, rows);
    if (columns > image[1])
      throw broken('averagePool.columns', `at most ${image[1]}, the columns of the image`, columns);
    return averagePoolKind.fitted({ width: train.width, image, rows, columns });
  };
}
