import { uniform } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import { features, times, vector } from '../angle.ts';
import { hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import { circuit } from '../circuit.ts';
import { reuploading } from '../encodings/reuploading.ts';
import { expectation } from '../expectation.ts';
import { eachZ } from '../observable.ts';
import { ry } from '../op.ts';
import { beta, normal } from './distributions.ts';
import { type InitialWeightsOptions, initialWeights } from './initial-weights.ts';
import { INITIALISATIONS, type InitialisationName } from './initialisations.ts';

const DRAWS = 20_000;
/** How many standard errors an estimate may be off. */
const ERRORS = 5;

const draws = (draw: (next: () => number) => number) => {
  const next = uniform(3, 0);
  return Array.from({ length: DRAWS }, () => draw(next));
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

test.each([
  [1, 1],
  [2, 5],
  [0.5, 0.5],
  [30, 4],
  [0.02, 0.01],
  [1e-4, 1e-4],
])('Beta(%d, %d) has its mean and its variance', (a, b) => {
  const values = draws((next) => beta(a, b, next));
  const expected = (a * b) / ((a + b) ** 2 * (a + b + 1));
  expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect(Math.abs(mean(values) - a / (a + b))).toBeLessThan(ERRORS * Math.sqrt(expected / DRAWS));
  // |X − μ| ≤ 1, so that the variance of (X − μ)² is at most that of X.
  expect(Math.abs(variance(values) - expected)).toBeLessThan(ERRORS * Math.sqrt(expected / DRAWS));
});

test('N(0, 1) has its mean, its variance and its fourth moment', () => {
  const values = draws(normal);
  expect(Math.abs(mean(values))).toBeLessThan(ERRORS * Math.sqrt(1 / DRAWS));
  expect(Math.abs(mean(values.map((z) => z ** 2)) - 1)).toBeLessThan(ERRORS * Math.sqrt(2 / DRAWS));
  expect(Math.abs(mean(values.map((z) => z ** 4)) - 3)).toBeLessThan(ERRORS * Math.sqrt(96 / DRAWS));
});

const u = reuploading(3, { features: 6, layers: 2, offset: 'offset' });
const undone = circuit(
  1,
  [1, -1].map((sign, k) => ry(times(sign, vector('theta', 2)[k]), 0)),
);

describe.each(Object.keys(INITIALISATIONS) as InitialisationName[])('%s', (method) => {
  const on = method === 'identity-blocks' ? undone : u;

  test('gives every vector of weights its numbers, the same for the same seed', () => {
    const given = initialWeights(on, { method, seed: 5 });
    expect(initialWeights(on, { method, seed: 5 })).toEqual(given);
    expect(initialWeights(on, { method, seed: 6 })).not.toEqual(given);
    expect(Object.values(given).every((values) => values.every(Number.isFinite))).toBe(true);
    const f = expectation(on, eachZ(1));
    expect(f({ ...given, ...(on === u ? { x: [1, 2, 3, 4, 5, 6] } : {}) })).toHaveLength(1);
  });
});

test('a weight that multiplies a feature starts at the scale, 1 if absent', () => {
  expect(initialWeights(u).scale).toEqual(new Float64Array(6).fill(1));
  const { scale, offset } = initialWeights(u, { method: 'uniform', scale: 0.25 });
  expect(scale).toEqual(new Float64Array(6).fill(0.25));
  expect(new Set(offset).size).toBe(6);
  const shared = circuit(1, ry(times(vector('theta', 2)[1], features(1)[0]), 0), ry(vector('theta', 1)[0], 0));
  const { theta } = initialWeights(shared, { scale: 7 });
  expect([theta[0] === 7, theta[1]]).toEqual([false, 7]);
});

test('numbers lie where the options say', () => {
  const many = hardwareEfficient(4, { layers: 100 });
  const thetaOf = (options: InitialWeightsOptions) => [...initialWeights(many, options).theta];
  const within = (values: readonly number[], low: number, high: number) => {
    expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...values)).toBeLessThanOrEqual(high);
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.95 * (high - low));
  };
  within(thetaOf({ method: 'uniform' }), -Math.PI, Math.PI);
  within(thetaOf({ method: 'uniform', low: 0, high: 2 * Math.PI }), 0, 2 * Math.PI);
  within(thetaOf({ method: 'small-angle' }), -0.1, 0.1);
  within(thetaOf({ method: 'small-angle', width: 0.01 }), -0.01, 0.01);
  within(thetaOf({ method: 'beta', alpha: 0.5, beta: 0.5 }), 0, 2 * Math.PI);
  const wide = thetaOf({ method: 'normal', deviation: 3 });
  expect(thetaOf({}).map((value) => 3 * value)).toEqual(wide);
});

test('what cannot be drawn by is refused', () => {
  for (const seed of [-1, 0.5, Number.NaN])
    expect(() => initialWeights(u, { seed })).toThrow(
      `initialWeights was given the seed ${seed}. A seed is a whole number from 0`,
    );
  expect(() => initialWeights(u, { method: 'xavier' as 'normal' })).toThrow(
    'There is no method xavier. There are uniform, normal, small-angle, identity-blocks, beta.',
  );
  expect(() => initialWeights(u, { deviation: -1 })).toThrow('the deviation -1. It is a finite number from 0.');
  expect(() => initialWeights(u, { method: 'beta', alpha: 0 })).toThrow(
    'the alpha 0. It is a finite number from 0.001.',
  );
  expect(() => initialWeights(u, { method: 'uniform', low: Number.NaN })).toThrow('the low NaN.');
  expect(() => initialWeights(u, { method: 'uniform', low: 1, high: 0 })).toThrow('low 1 and high 0.');
  expect(() => initialWeights(u, { scale: Number.NaN })).toThrow('initialWeights was given the scale NaN.');
  expect(() => initialWeights(u, { spread: 1 } as object)).toThrow('initialWeights by normal was given spread.');
});
