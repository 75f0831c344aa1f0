import { expect, test } from 'vitest';
import type { Dataset } from '../dataset.ts';
import { traces } from '../trace.ts';
import { products } from './products.ts';

const data: Dataset = { features: Float32Array.of(2, 3, 5, 1, 0, -1), labels: new Uint8Array(2), width: 3 };

test.each([
  ['full', [6, 10, 15, 0, -1, 0]],
  ['linear', [6, 15, 0, 0]],
  ['ring', [6, 15, 10, 0, 0, -1]],
  [
    [
      [2, 0],
      [1, 2],
    ],
    [10, 15, -1, 0],
  ],
] as const)('the products of pairs %j come after the features', (pairs, expected) => {
  const { features, width } = products({ pairs })(data)(data);
  expect(width).toBe(3 + expected.length / 2);
  const rows = [0, 1].map((row) => [...features.subarray(row * width, (row + 1) * width)]);
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    [2, 3, 5],
    [1, 0, -1],
  ]);
  expect(rows.flatMap((row) => row.slice(3)).map((x) => x + 0)).toEqual(expected);
});

test('a ring of two is one pair', () => {
  const two: Dataset = { features: Float32Array.of(2, 3), labels: new Uint8Array(1), width: 2 };
  expect([...products({ pairs: 'ring' })(two)(two).features]).toEqual([2, 3, 6]);
});

test('about π, products are those of a ZZ feature map', () => {
  const { features } = products({ pairs: 'linear', about: Math.PI })(data)(data);
  expect(features[3]).toBeCloseTo((Math.PI - 2) * (Math.PI - 3), 6);
  expect(features[4]).toBeCloseTo((Math.PI - 3) * (Math.PI - 5), 6);
});

test('a product is called after its features, and comes from the pixels of both', () => {
  const [, , , product] = products()(data).trace(traces(data));
  expect(product.name).toBe('feature 0 · feature 1');
  expect([...product.pixels.keys()]).toEqual([0, 1]);
});

test.each([
  [{ pairs: 'star' as never }, 'products.pairs must be one of full, linear, ring, or a list of pairs, but is "star".'],
  [{ pairs: [[0, 0]] as const }, 'products.pairs[0] must be two different features from 0 to 2, but is a list of 2.'],
  [{ pairs: [[0, 3]] as const }, 'products.pairs[0] must be two different features from 0 to 2'],
  [{ about: Number.NaN }, 'products.about must be a finite number, but is NaN.'],
])('%j is refused', (options, message) => {
  expect(() => products(options)(data)).toThrow(message);
});
