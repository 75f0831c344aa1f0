import { expect, test } from 'vitest';
import { minMax } from './min-max.ts';

const data = (features: readonly number[]) => ({
  features: Float32Array.from(features),
  labels: new Uint8Array(features.length / 2),
  width: 2,
});
const TRAIN = data([2, 7, 4, 7, 3, 7]);

test('the range of the training data becomes [low, high], a constant feature low', () => {
  expect([...minMax()(TRAIN)(TRAIN).features]).toEqual([0, 0, 1, 0, 0.5, 0]);
  expect([...minMax({ low: -1, high: 3 })(TRAIN)(TRAIN).features]).toEqual([-1, -1, 3, -1, 1, -1]);
});

test('what lies outside the range of the training data is clipped', () => {
  expect([...minMax()(TRAIN)(data([0, 9, 99, 0])).features]).toEqual([0, 0, 1, 0]);
});

test.each([
  [{ low: 1 }, 'minMax.low must be below minMax.high, 1, but is 1.'],
  [{ high: Number.POSITIVE_INFINITY }, 'minMax.high must be a finite number, but is Infinity.'],
])('%j is refused', (options, message) => {
  expect(() => minMax(options)).toThrow(message);
});

test('a feature that fewer samples have than the tails leave out keeps its range', () => {
  const rare = data(Array.from({ length: 2000 }, (_, k) => (k === 7 || k === 999 ? 1 : k % 2 === 0 ? k : 0)));
  const { features } = minMax({ tail: 0.01 })(rare)(rare);
  expect([features[1], features[7], features[999]]).toEqual([0, 1, 1]);
});

test('no samples are too few to learn a range', () => {
  expect(() => minMax()(data([]))).toThrow('minMax learns from training data, but was given no samples.');
});
