import { expect, test } from 'vitest';
import type { Dataset } from '../dataset.ts';
import { toAngles } from './to-angles.ts';

// NumPy 2.4.6: quantile(x, [0.1, 0.9]) = [0.1, 0.8]
const data: Dataset = {
  features: Float32Array.of(0.3, 0.1, 0.9, 0.4, 0.75, 0.2, 0.5, 0.6, 0.15, 0.8, 0.05),
  labels: new Uint8Array(11),
  width: 1,
};

test('the quantiles of tail and 1 − tail become the least and the greatest angle, and the rest is clipped', () => {
  const { features } = toAngles({ low: 0, high: 7 / 2, tail: 0.1 })(data)(data);
  const expected = [1, 0, 3.5, 1.5, 3.25, 0.5, 2, 2.5, 0.25, 3.5, 0];
  features.forEach((x, k) => expect(x).toBeCloseTo(expected[k], 5));
});

test('angles lie in (−π/2, π/2) unless told otherwise, however far an unseen sample lies out', () => {
  const unseen = { ...data, features: data.features.map((x) => 1e6 * (x - 0.4)) };
  const { features } = toAngles()(data)(unseen);
  expect(Math.max(...features)).toBeCloseTo(Math.PI / 2, 6);
  expect(Math.min(...features)).toBeCloseTo(-Math.PI / 2, 6);
});

test.each([
  [{ low: -4, high: 4 }, 'toAngles.high must be at most a turn, 2π, above toAngles.low, -4, but is 4.'],
  [{ tail: 0.5 }, 'minMax.tail must be a share from 0 up to but not including ½, but is 0.5.'],
  [{ tail: Number.NaN }, 'minMax.tail must be a share'],
  [{ low: 1, high: 1 }, 'minMax.low must be below minMax.high, 1, but is 1.'],
])('%j is refused', (options, message) => {
  expect(() => toAngles(options)).toThrow(message);
});
