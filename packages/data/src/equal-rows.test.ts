import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsOfEqual } from './equal-rows.ts';

const dataset = (width: number, features: readonly number[]) => ({
  features: Float32Array.from(features),
  labels: new Uint8Array(features.length / width),
  width,
});

test('equal rows stand together, in the order of first appearance', () => {
  expect(groupsOfEqual(dataset(2, [1, 2, 2, 1, 1, 2, 0, 0, 2, 1]))).toEqual([[0, 2], [1, 4], [3]]);
  expect(groupsOfEqual(dataset(1, []))).toEqual([]);
});

test('−0 equals 0, and NaN itself', () => {
  expect(groupsOfEqual(dataset(1, [0, Number.NaN, -0, 1e-45, Number.NaN]))).toEqual([[0, 2], [1, 4], [3]]);
});

test('it is what comparing every row with every other gives, also where many are equal', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: 0, max: 2 })), { maxLength: 60 });
  fc.assert(
    fc.property(rows, (pairs) => {
      const first = pairs.map(([a, b]) => pairs.findIndex(([c, d]) => a === c && b === d));
      const slow = [...new Set(first)].map((row) => [...first.keys()].filter((other) => first[other] === row));
      expect(groupsOfEqual(dataset(2, pairs.flat()))).toEqual(slow);
    }),
    { seed: 1 },
  );
});

test('a part of a larger array is read from its own start', () => {
  const whole = Float32Array.of(9, 1, 1, 2);
  expect(groupsOfEqual({ features: whole.subarray(1), labels: new Uint8Array(3), width: 1 })).toEqual([[0, 1], [2]]);
});
