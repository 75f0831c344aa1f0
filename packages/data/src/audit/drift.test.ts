import { expect, test } from 'vitest';
import figures from '../../test/audit-figures.json';
import type { Dataset } from '../dataset.ts';
import { drift } from './drift.ts';

const samples = (count: number, value: (k: number) => number): Dataset => ({
  features: Float32Array.from({ length: count }, (_, k) => value(k)),
  labels: new Uint8Array(count),
  width: 1,
});

const train = samples(80, (k) => ((37 * k) % 101) / 101);

test('distance and p are as SciPy has them', () => {
  const other = samples(60, (k) => (((53 * k) % 97) / 97) ** 1.5);
  const [{ part, features, drifted }] = drift({ train, test: other }, ['x']);
  expect([part, features[0].name, drifted]).toEqual(['test', 'x', 0]);
  expect(features[0].distance).toBeCloseTo(figures.drift.distance, 12);
  expect(features[0].p).toBeCloseTo(figures.drift.p, 12);
});

test('a feature that was moved drifts, unless so many are looked at that chance moves one as far', () => {
  const moved = samples(60, (k) => ((53 * k) % 97) / 97 + 0.28);
  const [one] = drift({ train, test: moved }, ['x']);
  expect([one.threshold, one.drifted]).toEqual([0.05, 1]);
  const wide = ({ features, labels }: Dataset): Dataset => ({
    features: Float32Array.from({ length: 100 * labels.length }, (_, k) => (k % 100 === 0 ? features[k / 100] : 0)),
    labels,
    width: 100,
  });
  const names = Array.from({ length: 100 }, (_, k) => `x${k}`);
  const [many] = drift({ train: wide(train), test: wide(moved) }, names);
  expect(many.features[0]).toMatchObject({ distance: one.features[0].distance, p: one.features[0].p });
  expect([many.threshold, many.drifted]).toEqual([0.0005, 0]);
});

test('training samples alone do not drift', () => {
  expect(drift({ train }, ['x'])).toEqual([]);
});
