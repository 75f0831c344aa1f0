import { expect, test } from 'vitest';
import { pipeline } from '../pipeline.ts';
import { augment } from './augment.ts';
import { crop } from './crop.ts';

/** Images of 3 × 3 pixels; the second has other pixels and another label. */
const TWO = {
  features: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90),
  labels: Uint8Array.of(0, 1),
  width: 9,
  shape: [3, 3] as const,
};

const rows = (data: { readonly features: Float32Array; readonly width: number }) =>
  Array.from({ length: data.features.length / data.width }, (_, row) => [
    ...data.features.slice(row * data.width, (row + 1) * data.width),
  ]);

test('the images come first, then all of them moved once, from up and left to down and right', () => {
  const { features, labels, width, shape } = augment()(TWO).training(TWO);
  const copies = rows({ features, width });
  expect([copies.length, width, shape]).toEqual([18, 9, [3, 3]]);
  expect([...labels]).toEqual(Array(9).fill([0, 1]).flat());
  expect(copies.slice(0, 2)).toEqual(rows(TWO));
  expect(copies.filter((_, k) => k % 2 === 0).slice(1)).toEqual([
    [5, 6, 0, 8, 9, 0, 0, 0, 0],
    [4, 5, 6, 7, 8, 9, 0, 0, 0],
    [0, 4, 5, 0, 7, 8, 0, 0, 0],
    [2, 3, 0, 5, 6, 0, 8, 9, 0],
    [0, 1, 2, 0, 4, 5, 0, 7, 8],
    [0, 0, 0, 2, 3, 0, 5, 6, 0],
    [0, 0, 0, 1, 2, 3, 4, 5, 6],
    [0, 0, 0, 0, 1, 2, 0, 4, 5],
  ]);
  expect(copies[3]).toEqual([50, 60, 0, 80, 90, 0, 0, 0, 0]);
});

test('without diagonals there are four directions, each as far as asked', () => {
  expect(
    rows(augment({ diagonal: false })(TWO).training(TWO))
      .filter((_, k) => k % 2 === 0)
      .slice(1),
  ).toEqual([
    [4, 5, 6, 7, 8, 9, 0, 0, 0],
    [2, 3, 0, 5, 6, 0, 8, 9, 0],
    [0, 1, 2, 0, 4, 5, 0, 7, 8],
    [0, 0, 0, 1, 2, 3, 4, 5, 6],
  ]);
  const count = (options: object) => augment(options)(TWO).training(TWO).labels.length / 2 - 1;
  expect(count({ shift: 2, diagonal: false })).toBe(8);
  expect(count({ shift: 2 })).toBe(24);
});

test('copies are drawn by the seed, different ones for each image', () => {
  const drawn = (seed: number) => rows(augment({ copies: 3, seed })(TWO).training(TWO));
  const all = new Set(rows(augment()(TWO).training(TWO)).map(String));
  const copies = drawn(1);
  expect(copies).toHaveLength(8);
  expect(copies.slice(0, 2)).toEqual(rows(TWO));
  expect(new Set(copies.map(String)).size).toBe(8);
  for (const copy of copies) expect(all).toContain(String(copy));
  expect(drawn(1)).toEqual(copies);
  expect(drawn(2)).not.toEqual(copies);
});

test('all copies drawn are all copies there are', () => {
  const sorted = (data: Parameters<typeof rows>[0]) => rows(data).map(String).toSorted();
  expect(sorted(augment({ copies: 8, seed: 1 })(TWO).training(TWO))).toEqual(sorted(augment()(TWO).training(TWO)));
});

test('unseen data stay, and steps after it learn from the copies too', () => {
  expect(augment()(TWO)(TWO)).toBe(TWO);
  const both = pipeline(augment(), crop({ margin: 1 }))(TWO);
  expect([...both(TWO).features]).toEqual([5, 50]);
  expect(both.training(TWO).labels).toHaveLength(18);
});

test.each([
  [{ shift: 0 }, 'augment.shift must be a whole number, 1 or more, but is 0.'],
  [{ shift: 3 }, "augment.shift must be less than 3, the pixels of the image's shorter side, but is 3."],
  [{ copies: 9, seed: 1 }, 'augment.copies must be at most 8, the different shifts, but is 9.'],
  [{ copies: 5, seed: 1, diagonal: false }, 'augment.copies must be at most 4, the different shifts, but is 5.'],
  [{ copies: 2, seed: -1 }, 'A seed must be a whole number'],
  [{ copies: 2 }, 'A seed must be a whole number from 0 to 9007199254740991, but is undefined.'],
])('%j is refused', (options, message) => {
  expect(() => augment(options as Parameters<typeof augment>[0])(TWO)).toThrow(message);
});
