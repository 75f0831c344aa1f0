import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kFold } from './k-fold.ts';

const labelLists = fc
  .array(fc.integer({ min: 7, max: 30 }), { minLength: 1, maxLength: 4 })
  .map((sizes) => sizes.flatMap((size, label) => Array<number>(size).fill(label)));
const given = fc.record({ seed: fc.nat(), folds: fc.integer({ min: 2, max: 7 }) });

test('each sample is validated on once, and trained on in all other folds', () => {
  fc.assert(
    fc.property(labelLists, given, (labels, options) => {
      const folds = kFold(labels, options);
      expect(folds).toHaveLength(options.folds);
      expect(folds.flatMap(({ validation }) => [...validation]).sort((a, b) => a - b)).toEqual([...labels.keys()]);
      for (const { train, validation } of folds)
        expect([...train, ...validation].sort((a, b) => a - b)).toEqual([...labels.keys()]);
    }),
    { seed: 1 },
  );
});

test('folds have their share of each class, and of all samples, to within one', () => {
  fc.assert(
    fc.property(labelLists, given, (labels, options) => {
      const folds = kFold(labels, options);
      for (const label of [undefined, ...new Set(labels)]) {
        const belongs = (row: number) => label === undefined || labels[row] === label;
        const counts = folds.map(({ validation }) => validation.filter(belongs).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }),
    { seed: 1 },
  );
});

const LABELS = Array.from({ length: 40 }, (_, k) => k % 2);

test('the same seed gives the same folds, another seed others', () => {
  expect(kFold(LABELS, { folds: 4, seed: 3 })).toEqual(kFold(Uint8Array.from(LABELS), { folds: 4, seed: 3 }));
  expect(kFold(LABELS, { folds: 4, seed: 3 })).not.toEqual(kFold(LABELS, { folds: 4, seed: 4 }));
});

test.each([
  [LABELS, 1, 'kFold takes 2 folds or more, but was given 1. To divide data once, take split.'],
  [LABELS, 2.5, 'kFold.folds must be a whole number, 1 or more, but is 2.5.'],
  [[...LABELS, 7], 2, 'Class 7 has 1 samples, too few for each of 2 folds to have one. Take fewer folds.'],
  [[], 2, 'There are no labels to divide into folds.'],
])('labels %j in %d folds are refused', (labels, folds, message) => {
  expect(() => kFold(labels, { folds, seed: 1 })).toThrow(message);
});
