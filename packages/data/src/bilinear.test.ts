import { expect, test } from 'vitest';
import figures from '../test/image-figures.json';
import { bilinear, bilinearShares } from './bilinear.ts';
import { weightedSums } from './weighted-sums.ts';

const SHAPE = [9, 7] as const;
const PICTURE = Float32Array.from(figures.picture.pixels);

test.each(figures.bilinear.grids)('9 × 7 pixels on $rows × $columns cells are TensorFlow’s to the bit', (grid) => {
  expect(bilinear(SHAPE, [grid.rows, grid.columns])(PICTURE)).toEqual(Float32Array.from(grid.pixels));
});

test.each(figures.bilinear.grids)('the shares of $rows × $columns cells give the same but for rounding', (grid) => {
  const sums = weightedSums(bilinearShares(SHAPE, [grid.rows, grid.columns]), 63)(PICTURE);
  grid.pixels.forEach((pixel, k) => expect(sums[k]).toBeCloseTo(pixel, 6));
});
