import { describe, expect, test } from 'vitest';
import figures from '../../test/screening-figures.json';
import { SIX, SIX_OF_TWO } from '../../test/six-features.ts';
import type { Dataset } from '../dataset.ts';
import { classMoments } from './class-moments.ts';
import { fisher } from './fisher.ts';
import { greedyChoice, nearest } from './greedy-choice.ts';
import { mrmr } from './mrmr.ts';
import { correlation, scatterOf } from './scatter.ts';
import { uncorrelated } from './uncorrelated.ts';

const all = [0, 1, 2, 3, 4, 5];
const scatter = (data: Dataset, features = all) => scatterOf(data, classMoments(data), features);

describe.each([
  { name: 'mRMR of two classes', criterion: mrmr, data: SIX_OF_TWO, figure: figures.mrmr },
  { name: "Fisher's separation of three classes", criterion: fisher, data: SIX, figure: figures.fisher },
  { name: "Fisher's separation of two classes", criterion: fisher, data: SIX_OF_TWO, figure: figures.fisherOfTwo },
])('$name', ({ criterion, data, figure }) => {
  test('chooses as NumPy and SciPy do, and adds as much each time', () => {
    const choices = greedyChoice(criterion(scatter(data)), 6, 4);
    expect(choices.map(({ j }) => j)).toEqual(figure.chosen);
    choices.forEach(({ gain }, k) => {
      expect(gain).toBeCloseTo(figure.gains[k], 12);
    });
  });

  test('does not mind the unit of a feature', () => {
    const factors = [4, -0.25, 1, 64, -2, 0.5];
    const scaled = { ...data, features: data.features.map((value, k) => factors[k % 6] * value + (k % 6)) };
    greedyChoice(criterion(scatter(scaled)), 6, 4).forEach(({ j, gain }, k) => {
      expect(j).toBe(figure.chosen[k]);
      expect(gain).toBeCloseTo(figure.gains[k], 5);
    });
  });

  test('knows features by their places among those it was given', () => {
    const reversed = greedyChoice(criterion(scatter(data, all.toReversed())), 6, 4);
    expect(reversed.map(({ j }) => 5 - j)).toEqual(figure.chosen);
  });
});

test('the choice next to a feature is the one that it doubles', () => {
  const choices = greedyChoice(mrmr(scatter(SIX_OF_TWO)), 6, 2);
  expect(nearest(choices, 3).j).toBe(1);
  expect(nearest(choices, 3).correlations[3]).toBeCloseTo(correlation(scatter(SIX_OF_TWO), 1, 3), 14);
});

test("a feature and its copy add no more to Fisher's separation than a thousandth of the first", () => {
  const features = Float32Array.from(SIX.labels, (_, row) => SIX.features[row * 6 + 1]);
  const twice = { ...SIX, features: Float32Array.from({ length: 240 }, (_, k) => features[k >> 1]), width: 2 };
  const [first, second] = greedyChoice(fisher(scatter(twice, [0, 1])), 2, 2);
  expect(second.gain).toBeLessThan(1e-3 * first.gain);
  expect(second.gain).toBeGreaterThanOrEqual(0);
});

test('a feature that is the class itself has a great separation, but a finite one', () => {
  const itself = { features: Float32Array.of(0, 0, 1, 1), labels: Uint8Array.of(0, 0, 1, 1), width: 1 };
  const [{ gain }] = greedyChoice(fisher(scatter(itself, [0])), 1, 1);
  expect(gain).toBeGreaterThan(1e9);
  expect(Number.isFinite(gain)).toBe(true);
});

test('samples are uncorrelated if no two features are', () => {
  const square = Float32Array.of(1, 1, 1, -1, -1, 1, -1, -1);
  const corners = { features: square, labels: Uint8Array.of(0, 1, 0, 1), width: 2 };
  expect(uncorrelated(scatter(corners, [0, 1]))).toBe(true);
  expect(uncorrelated(scatter({ ...corners, features: square.with(1, 1.1) }, [0, 1]))).toBe(false);
});
