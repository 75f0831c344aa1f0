import { expect, test } from 'vitest';
import { restore } from '../pipeline.ts';
import { traces } from '../trace.ts';
import { crop } from './crop.ts';

/** Two images of 4 × 5 pixels; pixel k of the first is k, of the second 100 + k. */
const TWO = {
  features: Float32Array.from({ length: 40 }, (_, k) => (k < 20 ? k : 80 + k)),
  labels: Uint8Array.of(0, 1),
  width: 20,
  shape: [4, 5] as const,
};

test('a part is taken of each image, row by row', () => {
  expect(crop({ top: 1, left: 2, rows: 2, columns: 3 })(TWO)(TWO)).toEqual({
    features: Float32Array.of(7, 8, 9, 12, 13, 14, 107, 108, 109, 112, 113, 114),
    labels: TWO.labels,
    width: 6,
    shape: [2, 3],
  });
});

test('a margin is taken off all four sides', () => {
  expect(crop({ margin: 1 })(TWO)(TWO)).toMatchObject({
    features: Float32Array.of(6, 7, 8, 11, 12, 13, 106, 107, 108, 111, 112, 113),
    shape: [2, 3],
  });
  expect(crop({ margin: 0 })(TWO)(TWO)).toEqual(TWO);
});

test('pixels keep their names', () => {
  const traced = crop({ top: 1, left: 2, rows: 2, columns: 2 })(TWO).trace(traces(TWO));
  expect(traced.map(({ name }) => name)).toEqual(['pixel 1,2', 'pixel 1,3', 'pixel 2,2', 'pixel 2,3']);
});

test.each([
  [{ margin: 2 }, 'crop.margin must be at most 1 for images of 4 × 5 pixels, but is 2.'],
  [{ margin: -1 }, 'crop.margin must be a whole number, 0 or more, but is -1.'],
  [{ top: 0.5, left: 0, rows: 1, columns: 1 }, 'crop.top must be a whole number, 0 or more, but is 0.5.'],
  [{ top: 0, left: 0, rows: 0, columns: 1 }, 'crop.rows must be a whole number, 1 or more, but is 0.'],
  [
    { top: 3, left: 1, rows: 2, columns: 2 },
    'crop cannot take rows 3 to 4 and columns 1 to 2 of images that have rows 0 to 3 and columns 0 to 4.',
  ],
])('%j is refused', (options, message) => {
  expect(() => crop(options)(TWO)).toThrow(message);
});

test('a part beyond the image is refused from JSON as well', () => {
  const { fitted } = crop({ margin: 1 })(TWO);
  expect(() => restore({ ...fitted, left: 3 })).toThrow('crop cannot take rows 1 to 2 and columns 3 to 5');
});
