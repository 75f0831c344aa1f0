import { expect, test } from 'vitest';
import figures from '../../test/screening-figures.json';
import { SIX } from '../../test/six-features.ts';
import { pipeline } from '../pipeline.ts';
import { averagePool } from '../steps/average-pool.ts';
import { minMax } from '../steps/min-max.ts';
import { zScore } from '../steps/z-score.ts';
import { distribution } from './distribution.ts';

const dataset = (...features: number[]) => ({
  features: Float32Array.from(features),
  labels: new Uint8Array(features.length),
  width: 1,
});

test('the skew of each feature is that of SciPy', () => {
  distribution(SIX).features.forEach(({ skew }, feature) => {
    expect(skew).toBeCloseTo(figures.skew[feature], 12);
  });
});

test('a feature has its name, mean, deviation and range', () => {
  expect(distribution(dataset(1, 2, 3)).features).toEqual([
    {
      name: 'feature 0',
      mean: 2,
      deviation: Math.sqrt(2 / 3),
      minimum: 1,
      maximum: 3,
      skew: 0,
      clipped: null,
      outside: 0,
    },
  ]);
  expect(distribution(dataset(0.1, 0.1, 0.1)).features[0]).toMatchObject({ deviation: 0, skew: 0 });
});

test('data are prepared by a transform, and then named by it', () => {
  const image = { ...SIX, shape: [2, 3] as const };
  const prepare = pipeline(averagePool({ rows: 1, columns: 3 }), zScore())(image);
  const { features, samples } = distribution(image, { transform: prepare });
  expect(samples).toBe(120);
  expect(features.map(({ name }) => name)).toEqual(['cell 0,0', 'cell 0,1', 'cell 0,2']);
  expect(features[0].deviation).toBeCloseTo(1, 6);
});

test('what the last step clips to its range is told, of unseen data', () => {
  const prepare = pipeline(zScore(), minMax())(dataset(0, 1, 2, 3));
  expect(distribution(dataset(0, 1, 2, 3), { transform: prepare }).features[0].clipped).toBe(0);
  expect(distribution(dataset(-1, 0, 3, 4, 5), { transform: prepare }).features[0].clipped).toBe(0.6);
  expect(
    distribution(dataset(9), { transform: pipeline(minMax(), zScore())(dataset(0, 1)) }).features[0].clipped,
  ).toBeNull();
});

test('more than 1 % of angles outside [−π, π] is a warning that names the feature', () => {
  const values = Array.from({ length: 100 }, (_, k) => (k < 2 ? 4 : 1));
  expect(distribution(dataset(...values.with(1, 1))).warnings).toEqual([]);
  const { features, warnings } = distribution(dataset(...values));
  expect(features[0].outside).toBe(0.02);
  expect(warnings).toEqual([
    'Of 1 of 1 features more than 1 % of the angles leave (−π, π), most of feature 0, 2.0 %: there two values share one ' +
      'state. Scale the features down, or clip them by toAngles.',
  ]);
  expect(distribution(dataset(...values), { scale: 0.5 }).warnings).toEqual([]);
});

test('an end of [0, π] is inside', () => {
  const angles = minMax({ high: Math.PI })(dataset(0, 1, 1, 1))(dataset(0, 1, 1, 1));
  expect(distribution(angles).warnings).toEqual([]);
});

test('no samples, NaN and a scale that is none are refused', () => {
  expect(() => distribution(dataset())).toThrow('A distribution is that of some samples, but there are none.');
  expect(() => distribution(dataset(1, Number.NaN))).toThrow('Feature 0 of sample 1 is NaN');
  expect(() => distribution(dataset(1), { scale: Number.NaN })).toThrow('distribution.scale must be a finite number');
});
