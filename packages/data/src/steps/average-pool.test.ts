import { expect, test } from 'vitest';
import { random } from '../random.ts';
import { averagePool } from './average-pool.ts';

const image = (rows: number, columns: number, pixel: (k: number) => number) => ({
  features: Float32Array.from({ length: rows * columns }, (_, k) => pixel(k)),
  labels: Uint8Array.of(0),
  width: rows * columns,
  shape: [rows, columns] as const,
});

test('cells that cut through pixels weight them by area', () => {
  // M(2, 3) @ image @ M(3, 4).T with the overlap matrices M, NumPy 2.4
  const given = image(3, 4, (k) => k * k);
  const figures = [6.25, 11.833333333333332, 20.416666666666668, 51.58333333333333, 70.5, 92.41666666666667];
  const pooled = averagePool({ rows: 2, columns: 3 })(given)(given);
  pooled.features.forEach((value, k) => expect(value).toBeCloseTo(figures[k], 5));
  expect(pooled).toMatchObject({ width: 6, shape: [2, 3] });
});

test.each([1, 2, 3, 4, 5, 7, 9, 10, 14, 16, 27, 28])('an image of 28 × 28 keeps its mean in %i × 3 cells', (rows) => {
  const given = image(28, 28, random(1, 'pool').uniform);
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(averagePool({ rows, columns: 3 })(given)(given).features)).toBeCloseTo(mean(given.features), 6);
});

test('as many cells as pixels change nothing', () => {
  const given = image(5, 3, random(1, 'pool').uniform);
  expect(averagePool({ rows: 5, columns: 3 })(given)(given)).toEqual(given);
});

test('samples that are no longer images are refused, with the remedy', () => {
  const { shape: _, ...flat } = image(4, 4, () => 1);
  expect(() => averagePool({ rows: 2, columns: 2 })(flat)).toThrow(
    'averagePool needs the rows and columns of an image, but these features are no longer its pixels. ' +
      'Let averagePool stand before blocks, pca and screen;',
  );
});

test('images of another shape are refused', () => {
  const pool = averagePool({ rows: 2, columns: 2 })(image(4, 4, () => 1));
  expect(() => pool(image(2, 8, () => 1))).toThrow(
    'averagePool was fitted to images of 4 × 4 pixels, but was given 2 × 8.',
  );
});

test.each([
  [{ rows: 5, columns: 2 }, 'averagePool.rows must be at most 4, the rows of the image, but is 5.'],
  [{ rows: 2, columns: 9 }, 'averagePool.columns must be at most 4, the columns of the image, but is 9.'],
  [{ rows: 0, columns: 2 }, 'averagePool.rows must be a whole number, 1 or more, but is 0.'],
  [{ rows: 2, columns: 1.5 }, 'averagePool.columns must be a whole number, 1 or more, but is 1.5.'],
])('%j is refused', (options, message) => {
  expect(() => averagePool(options)(image(4, 4, () => 1))).toThrow(message);
});
