import { expect, test } from 'vitest';
import { NINE } from '../test/nine-samples.ts';
import { checkDataset, type Dataset, rowsOf } from './dataset.ts';

test('rowsOf takes samples with their labels, in the order asked for', () => {
  const taken = rowsOf({ ...NINE, shape: [1, 5] }, [4, 0, 4]);
  expect(taken.labels).toEqual(Uint8Array.from([1, 0, 1]));
  expect(taken.features.slice(0, 5)).toEqual(NINE.features.slice(20, 25));
  expect(taken.features.slice(5, 10)).toEqual(NINE.features.slice(0, 5));
  expect(taken.shape).toEqual([1, 5]);
});

test.each([9, -1, 0.5])('rowsOf refuses the row %d, which is not there', (row) => {
  expect(() => rowsOf(NINE, [row])).toThrow(`Sample ${row} was asked for, but the dataset has 9, counted from 0.`);
});

test('a sound dataset passes', () => expect(() => checkDataset(NINE)).not.toThrow());

const features = (change: Record<number, number>) => NINE.features.map((value, k) => change[k] ?? value);

test.each<[string, Partial<Dataset>, string]>([
  [
    'too few features',
    { features: new Float32Array(44) },
    '9 labels and a width of 5 call for 45 features, but the dataset has 44.',
  ],
  ['no width', { width: 0 }, 'The width of a dataset is how many numbers a sample has, 1 or more, but is 0.'],
  [
    'NaN',
    { features: features({ 13: Number.NaN }) },
    'Feature 3 of sample 2 is NaN, but every feature must be a finite number.',
  ],
  ['infinity', { features: features({ 44: -Infinity }) }, 'Feature 4 of sample 8 is -Infinity,'],
  ['a wrong shape', { shape: [2, 3] }, 'An image of 2 × 3 pixels does not have 5, the width of the dataset.'],
])('checkDataset refuses %s', (_, change, message) => {
  expect(() => checkDataset({ ...NINE, ...change })).toThrow(message);
});
