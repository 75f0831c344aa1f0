import { expect, test } from 'vitest';
import { SIX } from '../../test/six-features.ts';
import { pipeline, restore } from '../pipeline.ts';
import { averagePool } from '../steps/average-pool.ts';
import { minMax } from '../steps/min-max.ts';
import { pca } from '../steps/pca.ts';
import { screen } from '../steps/screen.ts';
import { screenReport } from './screen-report.ts';

const IMAGES = { ...SIX, shape: [2, 3] as const };

test('every feature stands in a line, the greatest score first, with what was decided', () => {
  const constant = { ...IMAGES, features: IMAGES.features.map((value, k) => (k % 6 === 4 ? 1 : value)) };
  expect(
    `\n${screenReport(screen({ keep: 3, redundancy: 'mrmr' })(constant), { shape: [2, 3] })}`,
  ).toMatchInlineSnapshot(`
    "
    Kept 3 of 6 features by analysis of variance and mRMR.
    Dropped: 1 constant, 1 irrelevant, 1 redundant.
    Relevant: p ≤ 0.01000, 0.05 over 5 tests.

    feature        F      p    gain  verdict
    pixel 1,2  23.37   3e-9  0.5343  kept
    pixel 0,1  16.32   6e-7       –  redundant: pixel 1,0 (r 0.98)
    pixel 1,0  14.44   2e-6  0.3952  kept
    pixel 0,2  7.532   8e-4  0.2440  kept
    pixel 0,0  1.573  0.212       –  irrelevant
    pixel 1,1      –      –       –  constant"
  `);
});

test('distances have no p, and thresholds that go with the sizes of the classes', () => {
  expect(`\n${screenReport(screen({ keep: 2, statistic: 'ks' })(SIX))}`).toMatchInlineSnapshot(`
    "
    Kept 2 of 6 features by Kolmogorov–Smirnov distance.
    Dropped: 2 irrelevant, 2 outranked.
    Relevant: distance ≥ 0.3287 to 0.3742, by the sizes of the classes.

    feature    distance  verdict
    feature 5    0.5400  kept
    feature 1    0.4550  kept
    feature 3    0.4300  outranked
    feature 2    0.3750  outranked
    feature 4    0.3000  irrelevant
    feature 0    0.2533  irrelevant"
  `);
});

test('after PCA it says that there was no redundancy to look for', () => {
  const prepare = pipeline(pca({ components: 5 }), screen({ keep: 1, redundancy: 'fisher' }))(SIX);
  expect(`\n${screenReport(prepare)}`).toMatchInlineSnapshot(`
    "
    Kept 1 of 5 features by analysis of variance and Fisher's separation.
    Dropped: 2 irrelevant, 2 outranked.
    Relevant: p ≤ 0.01000, 0.05 over 5 tests.
    No two features correlate, so Fisher's separation had nothing to pass over.

    feature          F      p  verdict
    component 4  19.53   5e-8  kept
    component 1  8.809   3e-4  outranked
    component 0  6.596  0.002  outranked
    component 2  4.201  0.017  irrelevant
    component 3  2.197  0.116  irrelevant"
  `);
});

test('features have the names that the steps before gave them, and the same after reload', () => {
  const prepare = pipeline(averagePool({ rows: 1, columns: 3 }), screen({ keep: 2 }), minMax())(IMAGES);
  const report = screenReport(prepare);
  expect(report).toContain('cell 0,2');
  expect(screenReport(restore(JSON.parse(JSON.stringify(prepare.fitted))))).toBe(report);
});

test('of two screens it is the last that is reported', () => {
  const prepare = pipeline(screen({ keep: 4, statistic: 'variance' }), screen({ keep: 2 }))(SIX);
  expect(screenReport(prepare)).toContain('Kept 2 of 4 features by analysis of variance.');
});

test('no line is longer than 80 characters', () => {
  const wide = { ...SIX, features: SIX.features.map((value) => 1e4 * value) };
  for (const statistic of ['anova', 'variance', 'ks', 'mutual-information'] as const)
    for (const redundancy of ['none', 'mrmr', 'fisher'] as const)
      for (const line of screenReport(screen({ keep: 2, statistic, redundancy })(wide)).split('\n'))
        expect(line.length).toBeLessThanOrEqual(80);
});

test('without a screen there is nothing to report', () => {
  expect(() => screenReport(pipeline(minMax())(SIX))).toThrow(
    'There is no screen among these steps to report on: minMax.',
  );
  expect(() => screenReport(pipeline()(SIX))).toThrow('to report on: none.');
});
