import { areaShares } from '../area-average.ts';
import { bilinear, bilinearShares } from '../bilinear.ts';
import type { Step } from '../dataset.ts';
import { count, imageShape, oneOf } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { stepKind } from '../step-kind.ts';
import { combined, placeName } from '../trace.ts';
import { weightedSums } from '../weighted-sums.ts';

/** How the value of a new cell is found. */
export type ResizeMethod = 'bilinear' | 'area';

const methodField = oneOf<ResizeMethod>('bilinear', 'area');

export const resizeKind = stepKind({
  step: 'resize',
  fields: { image: imageShape, rows: count, columns: count, method: methodField },
  apply({ image, rows, columns, method, width }) {
    const to = [rows, columns] as const;
    const resized = method === 'bilinear' ? bilinear(image, to) : weightedSums(areaShares(image, to), width);
    return (data) => {
      checkImage('resize', image, data);
      return { ...data, features: resized(data.features), width: rows * columns, shape: to };
    };
  },
  trace:
    ({ image, rows, columns, method }) =>
    (from) =>
      (method === 'bilinear' ? bilinearShares : areaShares)(image, [rows, columns]).map((shares, k) =>
        combined(
          placeName('cell', k, [rows, columns]),
          shares.map(({ pixel, share }) => [from[pixel], share]),
        ),
      ),
});

/**
 * Images on a grid of `rows` × `columns` cells, coarser or finer. `bilinear` reads the value in the middle of a cell
 * between the pixels around it, as TensorFlow does, and skips pixels on the way down; `area` is the law of averagePool,
 * where every pixel counts.
 */
export function resize({
  rows,
  columns,
  method = 'bilinear',
}: {
  readonly rows: number;
  readonly columns: number;
  readonly method?: ResizeMethod;
}): Step {
  count(rows, 'resize.rows');
  count(columns, 'resize.columns');
  methodField(method, 'resize.method');
  return (train) => resizeKind.fitted({ width: train.width, image: imageOf('resize', train), rows, columns, method });
}
