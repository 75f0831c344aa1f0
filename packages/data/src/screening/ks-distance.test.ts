import { expect, test } from 'vitest';
import figures from '../../test/screening-figures.json';
import { SIX, SIX_OF_TWO } from '../../test/six-features.ts';
import { rowsOf } from '../dataset.ts';
import { column } from './column.ts';
import { ksCritical, ksDistance, ksOfClasses } from './ks-distance.ts';

const ofClass = (label: number, feature: number) =>
  column(
    rowsOf(
      SIX,
      [...SIX.labels.keys()].filter((row) => SIX.labels[row] === label),
    ),
    feature,
  );

test.each([
  [0, 1, figures.ks['01']],
  [0, 2, figures.ks['02']],
  [1, 2, figures.ks['12']],
])('the distances of classes %i and %i are those of SciPy', (one, other, distances) => {
  distances.forEach((distance, feature) => {
    expect(ksDistance(ofClass(one, feature), ofClass(other, feature))).toBeCloseTo(distance, 14);
    expect(ksDistance(ofClass(other, feature), ofClass(one, feature))).toBeCloseTo(distance, 14);
  });
});

test('the classes of a dataset are as far apart as these values', () => {
  figures.ks['01'].forEach((distance, feature) => {
    expect(ksOfClasses(SIX_OF_TWO)(feature).distance).toBeCloseTo(distance, 14);
  });
});

test('of three classes those two count whose distance exceeds its critical value most', () => {
  const pairs = (feature: number) => [
    { distance: figures.ks['01'][feature], critical: ksCritical(50, 40) },
    { distance: figures.ks['02'][feature], critical: ksCritical(50, 30) },
    { distance: figures.ks['12'][feature], critical: ksCritical(40, 30) },
  ];
  for (let feature = 0; feature < SIX.width; feature++) {
    const most = pairs(feature).toSorted((a, b) => b.distance / b.critical - a.distance / a.critical)[0];
    const found = ksOfClasses(SIX)(feature);
    expect(found.distance).toBeCloseTo(most.distance, 14);
    // c(0.05/3)/c(0.05)
    expect(found.critical).toBeCloseTo(most.critical * Math.sqrt(Math.log(0.025 / 3) / Math.log(0.025)), 12);
  }
});

test('equal samples are 0 apart, and samples one above the other 1, also across zeros of both signs', () => {
  expect(ksDistance(Float32Array.of(0, -0, 2), Float32Array.of(-0, 2, 0))).toBe(0);
  expect(ksDistance(Float32Array.of(-3, -1), Float32Array.of(0, 5, 9))).toBe(1);
});

test('the critical value of 50 and 40 values is 0.2885', () => {
  expect(ksCritical(50, 40)).toBeCloseTo(0.2885, 4);
});

test('of no values, or NaN, it is not defined', () => {
  expect(() => ksDistance(Float32Array.of(1), Float32Array.of(2, Number.NaN))).toThrow('but one of them is NaN.');
  expect(() => ksDistance(new Float32Array(), Float32Array.of(1))).toThrow('they have 0 and 1 values.');
});
