import { expect, test } from 'vitest';
import figures from '../../test/image-figures.json';
import { traces } from '../trace.ts';
import { maxPool } from './max-pool.ts';

const PICTURE = {
  features: Float32Array.from(figures.picture.pixels),
  labels: Uint8Array.of(0),
  width: 63,
  shape: [9, 7] as const,
};

test.each(figures.maxPool.grids)(
  '$rows × $columns cells are those of Keras, also where they cut through pixels',
  (grid) => {
    const { rows, columns, pixels } = grid;
    expect(maxPool({ rows, columns })(PICTURE)(PICTURE)).toEqual({
      features: Float32Array.from(pixels),
      labels: PICTURE.labels,
      width: rows * columns,
      shape: [rows, columns],
    });
  },
);

test('below zero the greatest is the one nearest to it', () => {
  const negative = { ...PICTURE, features: PICTURE.features.map((value) => value - 2) };
  expect([...maxPool({ rows: 1, columns: 1 })(negative)(negative).features]).toEqual([Math.max(...negative.features)]);
});

test('a trace gives each pixel under the cell the same share', () => {
  const [first] = maxPool({ rows: 3, columns: 7 })(PICTURE).trace(traces(PICTURE));
  expect(first).toEqual({ name: 'cell 0,0', pixels: new Map([0, 7, 14].map((pixel) => [pixel, 1 / 3])) });
});

test.each([
  [{ rows: 10, columns: 2 }, 'maxPool.rows must be at most 9, the rows of the image, but is 10.'],
  [{ rows: 2, columns: 9 }, 'maxPool.columns must be at most 7, the columns of the image, but is 9.'],
  [{ rows: 0, columns: 2 }, 'maxPool.rows must be a whole number, 1 or more, but is 0.'],
])('%j is refused', (options, message) => {
  expect(() => maxPool(options)(PICTURE)).toThrow(message);
});
