import fc from 'fast-check';
import { expect, test } from 'vitest';
import { split } from './split.ts';

const labelLists = fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 1, maxLength: 4 }).chain((sizes) =>
  fc.shuffledSubarray(
    sizes.flatMap((size, label) => Array<number>(size).fill(label)),
    { minLength: sizes.reduce((sum, size) => sum + size, 0) },
  ),
);
const options = fc.record({
  seed: fc.nat(),
  validation: fc.double({ min: 0.05, max: 0.4, noNaN: true }),
  test: fc.double({ min: 0.05, max: 0.4, noNaN: true }),
});

test('the three parts are sorted, disjoint, and together everything', () => {
  fc.assert(
    fc.property(labelLists, options, (labels, given) => {
      const parts = split(labels, given);
      const rows = [...parts.train, ...parts.validation, ...parts.test];
      expect(rows.sort((a, b) => a - b)).toEqual([...labels.keys()]);
      for (const part of Object.values(parts)) expect(part).toEqual(part.toSorted());
    }),
    { seed: 1 },
  );
});

test('each class has its share in each part, to within one sample', () => {
  fc.assert(
    fc.property(labelLists, options, (labels, given) => {
      const parts = split(labels, given);
      for (const label of new Set(labels)) {
        const size = labels.filter((other) => other === label).length;
        const count = (part: Uint32Array) => part.filter((row) => labels[row] === label).length;
        expect(Math.abs(count(parts.test) - given.test * size)).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(Math.abs(count(parts.validation) - given.validation * size)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
    { seed: 1 },
  );
});

const LABELS = Array.from({ length: 100 }, (_, k) => k % 2);

test('75 % train, 5 % validate and 20 % test unless told otherwise', () => {
  const { train, validation, test } = split([...LABELS, ...LABELS], { seed: 1 });
  expect([train.length, validation.length, test.length]).toEqual([150, 10, 40]);
});

test('a share of 0 leaves its part empty', () => {
  const { train, validation, test } = split(LABELS, { seed: 1, validation: 0, test: 0 });
  expect([train.length, validation.length, test.length]).toEqual([100, 0, 0]);
});

test('the same seed gives the same split, another seed another', () => {
  expect(split(LABELS, { seed: 5 })).toEqual(split(Uint8Array.from(LABELS), { seed: 5 }));
  expect(split(LABELS, { seed: 5 })).not.toEqual(split(LABELS, { seed: 6 }));
});

test.each<[string, readonly number[], { validation?: number; test?: number; seed?: number }, string]>([
  [
    'a negative share',
    LABELS,
    { validation: -0.1 },
    'validation is a share of the samples, from 0 up to but not including 1, but is -0.1.',
  ],
  [
    'a share that is no number',
    LABELS,
    { test: Number.NaN },
    'test is a share of the samples, from 0 up to but not including 1, but is NaN.',
  ],
  [
    'shares that leave nothing',
    LABELS,
    { validation: 0.5, test: 0.5 },
    'validation = 0.5 and test = 0.5 leave nothing to train on. Their sum must be below 1.',
  ],
  [
    'a class too small',
    [...LABELS, 2, 2, 2],
    {},
    'Class 2 has too few samples, 3, to be split: its validation part, a share of 0.05, would be empty.',
  ],
  [
    'a class without a rest to train on',
    [0, 0, 1, 1],
    { test: 0.9, validation: 0 },
    'its train part, a share of 0.1, would be empty.',
  ],
  ['no labels', [], {}, 'There are no labels to split.'],
  ['a bad seed', LABELS, { seed: -3 }, 'A seed must be a whole number'],
])('%s is refused', (_, labels, given, message) => {
  expect(() => split(labels, { seed: 1, ...given })).toThrow(message);
});
