import { expect, test } from 'vitest';
import figures from '../../test/image-figures.json';
import { traces } from '../trace.ts';
import { averagePool } from './average-pool.ts';
import { resize } from './resize.ts';

const PICTURE = {
  features: Float32Array.from(figures.picture.pixels),
  labels: Uint8Array.of(0),
  width: 63,
  shape: [9, 7] as const,
};

test('bilinear is the rule, with the middles of cells read as TensorFlow reads them', () => {
  for (const { rows, columns, pixels } of figures.bilinear.grids) {
    const resized = resize({ rows, columns })(PICTURE)(PICTURE);
    expect(resized).toEqual({
      features: Float32Array.from(pixels),
      labels: PICTURE.labels,
      width: rows * columns,
      shape: [rows, columns],
    });
  }
});

test.each(figures.area.grids)('by area, $rows × $columns cells are those of OpenCV', ({ rows, columns, pixels }) => {
  const { features } = resize({ rows, columns, method: 'area' })(PICTURE)(PICTURE);
  pixels.forEach((pixel, k) => expect(features[k]).toBeCloseTo(pixel, 6));
});

test('by area, a coarser grid is averagePool', () => {
  const options = { rows: 4, columns: 5 };
  expect(resize({ ...options, method: 'area' })(PICTURE)(PICTURE)).toEqual(averagePool(options)(PICTURE)(PICTURE));
});

test('by area, a grid three times as fine repeats each pixel nine times', () => {
  const finer = resize({ rows: 27, columns: 21, method: 'area' })(PICTURE)(PICTURE);
  finer.features.forEach((value, k) =>
    expect(value).toBe(PICTURE.features[Math.floor(k / 63) * 7 + Math.floor((k % 21) / 3)]),
  );
});

test('28 × 28 on 4 × 4 takes one pixel of each 7 × 7, and its trace says which', () => {
  const digits = { features: new Float32Array(784), labels: Uint8Array.of(0), width: 784, shape: [28, 28] as const };
  const traced = resize({ rows: 4, columns: 4 })(digits).trace(traces(digits));
  expect(traced[6]).toEqual({ name: 'cell 1,2', pixels: new Map([[10 * 28 + 17, 1]]) });
});

test.each([
  [{ rows: 0, columns: 2 }, 'resize.rows must be a whole number, 1 or more, but is 0.'],
  [{ rows: 2, columns: 2.5 }, 'resize.columns must be a whole number, 1 or more, but is 2.5.'],
  [{ rows: 2, columns: 2, method: 'cubic' }, 'resize.method must be one of bilinear, area, but is "cubic".'],
])('%j is refused', (options, message) => {
  expect(() => resize(options as Parameters<typeof resize>[0])).toThrow(message);
});

test('images of another shape are refused', () => {
  const turned = { ...PICTURE, shape: [7, 9] as const };
  expect(() => resize({ rows: 2, columns: 2 })(PICTURE)(turned)).toThrow(
    'resize was fitted to images of 9 × 7 pixels, but was given 7 × 9.',
  );
});
