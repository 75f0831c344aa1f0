import { expect, test } from 'vitest';
import { digitImage } from './digit-image.ts';

/** A picture of paper with a filled box of ink. */
function box(
  rows: number,
  columns: number,
  [top, left, height, width]: readonly number[],
  ink = 255,
  paper = 0,
): Uint8Array {
  return Uint8Array.from({ length: rows * columns }, (_, k) => {
    const [row, column] = [Math.floor(k / columns), k % columns];
    return row >= top && row < top + height && column >= left && column < left + width ? ink : paper;
  });
}

const used = (image: Float32Array) => {
  const inked = [...image.keys()].filter((k) => image[k] > 0);
  const rows = inked.map((k) => Math.floor(k / 28));
  const columns = inked.map((k) => k % 28);
  return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
};

test('28 × 28 pixels are taken as they are', () => {
  const given = box(28, 28, [3, 3, 4, 5], 51, 0);
  expect(digitImage(given, 28, 28)).toEqual(Float32Array.from(given, (value) => value / 255));
});

test.each([
  { name: 'a large picture', picture: [100, 80, [10, 20, 60, 30]] },
  { name: 'a small picture', picture: [12, 9, [1, 2, 10, 5]] },
] as const)('the ink of $name fills 20 rows and 10 columns around the centre', ({ picture: [rows, columns, ink] }) => {
  const image = digitImage(box(rows, columns, ink), rows, columns);
  expect(used(image)).toEqual({ top: 5, bottom: 24, left: 10, right: 19 });
  expect(Math.max(...image)).toBeCloseTo(1, 6);
});

test('dark ink on bright paper is the same as bright ink on dark', () => {
  const ink = [7, 9, 33, 21];
  expect(digitImage(box(50, 60, ink, 30, 240), 50, 60)).toEqual(digitImage(box(50, 60, ink, 210, 0), 50, 60));
});

test('where the digit stands in the picture does not matter', () => {
  expect(digitImage(box(50, 60, [1, 2, 30, 20]), 50, 60)).toEqual(digitImage(box(50, 60, [15, 38, 30, 20]), 50, 60));
});

test('the centre of mass, not of the box, is put in the centre', () => {
  // A heavy foot: 40 × 10 over 10 × 40.
  const stem = box(50, 50, [0, 5, 30, 10]);
  const foot = box(50, 50, [30, 5, 10, 40]);
  const image = digitImage(
    Uint8Array.from(stem, (value, k) => value + foot[k]),
    50,
    50,
  );
  const mass = image.reduce((sum, value) => sum + value, 0);
  const row = image.reduce((sum, value, k) => sum + value * Math.floor(k / 28), 0) / mass;
  const column = image.reduce((sum, value, k) => sum + value * (k % 28), 0) / mass;
  expect(Math.abs(row - 14)).toBeLessThanOrEqual(0.5);
  expect(Math.abs(column - 14)).toBeLessThanOrEqual(0.5);
});

test.each([
  [
    'an empty picture',
    new Uint8Array(100).fill(250),
    10,
    10,
    "There is no ink in this picture of 10 × 10 pixels: its gray values differ from the border's, 250, by 0 at most.",
  ],
  [
    'grain',
    box(10, 10, [3, 3, 3, 3], 240, 250),
    10,
    10,
    'by 10 at most. A digit is written dark on bright or bright on dark.',
  ],
  ['28 × 28 pixels without ink', new Uint8Array(784), 28, 28, 'There is no ink in this picture of 28 × 28 pixels'],
  ['a wrong size', new Uint8Array(99), 10, 10, 'A picture of 10 × 10 has 100 gray values, but 99 were given.'],
])('%s is refused', (_, gray, rows, columns, message) => {
  expect(() => digitImage(gray, rows, columns)).toThrow(message);
});
