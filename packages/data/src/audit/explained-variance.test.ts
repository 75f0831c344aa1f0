import { expect, test } from 'vitest';
import figures from '../../test/audit-figures.json';
import { NINE } from '../../test/nine-samples.ts';
import type { Dataset } from '../dataset.ts';
import { pca } from '../steps/pca.ts';
import { explainedVariance } from './explained-variance.ts';

const DIGITS = 6;

/** Some features of the nine samples, each changed alike. */
function only(kept: readonly number[], change = (value: number) => value): Dataset {
  const rows = [...NINE.labels.keys()];
  const features = Float32Array.from(
    rows.flatMap((row) => kept.map((feature) => change(NINE.features[row * NINE.width + feature]))),
  );
  return { features, labels: NINE.labels, width: kept.length };
}

test.each(figures.explained)('features $kept restore $explained of the variance, as NumPy has it', (row) => {
  expect(explainedVariance(NINE, only(row.kept))).toBeCloseTo(row.explained, DIGITS);
});

test('of principal components it is their explained variance', () => {
  const transform = pca({ components: 2 })(NINE);
  const explained = transform.fitted.explained as readonly number[];
  expect(explainedVariance(NINE, transform(NINE))).toBeCloseTo(explained[0] + explained[1], DIGITS);
});

test('it depends neither on units nor on features that repeat others or are constant', () => {
  const explained = explainedVariance(NINE, only([2, 4]));
  for (const same of [only([2, 4], (value) => 3 * value - 7), only([2, 4, 2])])
    expect(explainedVariance(NINE, same)).toBeCloseTo(explained, DIGITS);
  expect(
    explainedVariance(
      NINE,
      only([0], () => 5),
    ),
  ).toBe(0);
});

test('where nothing varies there is nothing to explain', () => {
  expect(
    explainedVariance(
      only([0, 1], () => 5),
      only([0]),
    ),
  ).toBe(1);
});
