import { expect, test } from 'vitest';
import figures from '../../test/screening-figures.json';
import { SIX } from '../../test/six-features.ts';
import { type Dataset, rowsOf } from '../dataset.ts';
import { flipLabels } from '../flip-labels.ts';
import { random } from '../random.ts';
import { likelyLabels } from './likely-labels.ts';

/** Two round clouds of 300 points, four deviations apart. */
const { normal } = random(1, 'clouds');
const labels = Uint8Array.from({ length: 600 }, (_, row) => row % 2);
const CLOUDS: Dataset = {
  features: Float32Array.from({ length: 1200 }, (_, k) => normal() + (k % 2 === 0 ? 4 * labels[k >> 1] : 0)),
  labels,
  width: 2,
};

test('the samples that look like another class, and by how much, are those that SciPy finds', () => {
  const dropped = likelyLabels({ nats: 1 })(SIX).fitted.dropped as typeof figures.suspects;
  expect(dropped.map(({ nats: _, ...suspect }) => suspect)).toEqual(
    figures.suspects.map(({ nats: _, ...suspect }) => suspect),
  );
  dropped.forEach(({ nats }, k) => {
    expect(nats).toBeCloseTo(figures.suspects[k].nats, 9);
  });
});

test('the training samples that it tells are dropped, and unseen ones all pass', () => {
  const transform = likelyLabels({ nats: 1 })(SIX);
  const rows = new Set(figures.suspects.map(({ row }) => row));
  expect(transform.training(SIX)).toEqual(
    rowsOf(
      SIX,
      [...SIX.labels.keys()].filter((row) => !rows.has(row)),
    ),
  );
  expect(transform(SIX)).toEqual(SIX);
});

test('nearly all that is dropped has a wrong label, and next to nothing of clean data is', () => {
  const { data, rows } = flipLabels(CLOUDS, { share: 0.1, seed: 1 });
  const wrong = new Set(rows);
  const dropped = likelyLabels()(data).fitted.dropped as readonly { readonly row: number }[];
  const found = dropped.filter(({ row }) => wrong.has(row));
  expect(found.length).toBeGreaterThan(0.3 * rows.length);
  expect(found.length).toBeGreaterThan(0.9 * dropped.length);
  expect((likelyLabels()(CLOUDS).fitted.dropped as unknown[]).length).toBeLessThan(0.01 * 600);
});

const twice = (...values: number[]): Dataset => ({
  features: Float32Array.from(values),
  labels: Uint8Array.from(values, (_, row) => (row < values.length / 2 ? 0 : 1)),
  width: 1,
});

test.each<[string, Parameters<typeof likelyLabels>[0], Dataset, string]>([
  ['a negative number of nats', { nats: -1 }, CLOUDS, 'likelyLabels.nats must be 0 or more, but is -1.'],
  [
    'one class',
    {},
    { ...CLOUDS, labels: new Uint8Array(600) },
    'likelyLabels compares classes, but all 600 training samples are of class 0.',
  ],
  [
    'fewer samples than features',
    {},
    rowsOf(CLOUDS, [0, 1, 2, 3, 5]),
    'likelyLabels learns how 2 features vary together from more than 2 samples of each class, but class 0 has 2. ' +
      'Let pca or screen stand before it.',
  ],
  ['a class without variance', {}, twice(1, 2, 5, 5), 'but all 2 training samples of class 1 are the same.'],
])('%s is refused', (_, options, train, message) => {
  expect(() => likelyLabels(options)(train)).toThrow(message);
});
