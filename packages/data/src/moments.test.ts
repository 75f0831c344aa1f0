import { expect, test } from 'vitest';
import figures from '../test/image-figures.json';
import { moments } from './moments.ts';

const image = (rows: number, columns: number, ink: (y: number, x: number) => number) =>
  Float32Array.from({ length: rows * columns }, (_, k) => ink(Math.floor(k / columns), k % columns));

test('centre of mass and skew are those of SciPy and scikit-image', () => {
  const found = moments(Float32Array.from(figures.leaning.pixels), 0, [14, 12]);
  const [row, column] = figures.deskew.centre;
  expect(found?.row).toBeCloseTo(row, 12);
  expect(found?.column).toBeCloseTo(column, 12);
  expect(found?.skew).toBeCloseTo(figures.deskew.skew, 12);
});

test('a line that goes one column to the right with each row down has skew 1', () => {
  expect(
    moments(
      image(5, 5, (y, x) => (x === y ? 0.3 : 0)),
      0,
      [5, 5],
    ),
  ).toEqual({
    row: expect.closeTo(2, 12),
    column: expect.closeTo(2, 12),
    skew: expect.closeTo(1, 12),
  });
});

test('ink in one row has no skew', () => {
  const dash = image(7, 9, (y, x) => (y === 5 ? 0.1 + x / 7 : 0));
  expect(moments(dash, 0, [7, 9])?.skew).toBe(0);
});

test('an image without ink has no moments', () => {
  expect(moments(new Float32Array(12), 0, [3, 4])).toBeUndefined();
});

test('an image may begin anywhere', () => {
  const two = Float32Array.of(1, 0, 0, 0, 0, 0, 0, 1);
  expect(moments(two, 4, [2, 2])).toEqual({ row: 1, column: 1, skew: 0 });
});
