import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '../dataset.ts';
import { pipeline } from '../pipeline.ts';
import { unitNorm } from './unit-norm.ts';
import { validStates } from './valid-states.ts';

const data = (features: readonly number[], width = 3): Dataset => ({
  features: Float32Array.from(features),
  labels: new Uint8Array(features.length / width),
  width,
});

test('every sample has norm 1 and keeps its direction', () => {
  const number = fc.float({ min: -100, max: 100, noNaN: true }).filter((x) => Math.abs(x) > 1e-3);
  fc.assert(
    fc.property(fc.array(number, { minLength: 4, maxLength: 4 }), (sample) => {
      const { features } = unitNorm()(data(sample, 4))(data(sample, 4));
      const norm = Math.hypot(...sample);
      features.forEach((x, k) => expect(Math.abs(x - sample[k] / norm)).toBeLessThan(1e-6));
      expect(Math.abs(Math.hypot(...features) - 1)).toBeLessThan(1e-6);
    }),
    { seed: 1 },
  );
});

test('a sample of zeros is refused with its number and a remedy, which works', () => {
  const blank = data([1, 2, 2, 0, 0, 0]);
  expect(() => unitNorm()(blank)(blank)).toThrow(
    'Sample 1 has the norm 0, so that it cannot be given the norm 1. Let validStates stand before unitNorm',
  );
  const { features } = pipeline(validStates({ policy: 'zero-state' }), unitNorm())(blank)(blank);
  expect([...features].map((x) => x.toFixed(3))).toEqual(['0.333', '0.667', '0.667', '1.000', '0.000', '0.000']);
});
