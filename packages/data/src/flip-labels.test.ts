import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from './dataset.ts';
import { flipLabels } from './flip-labels.ts';

const dataset = (labels: readonly number[]): Dataset => ({
  features: new Float32Array(labels.length),
  labels: Uint8Array.from(labels),
  width: 1,
});

const labelLists = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 4 })
  .map((sizes) => sizes.flatMap((size, label) => Array<number>(size).fill(2 * label)));

test('the labels that changed are those it tells, a share of each class, and the new ones are of other classes', () => {
  fc.assert(
    fc.property(labelLists, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (labels, share, seed) => {
      const given = dataset(labels);
      const { data, rows } = flipLabels(given, { share, seed });
      expect([...data.labels.keys()].filter((row) => data.labels[row] !== labels[row])).toEqual([...rows]);
      for (const label of new Set(labels)) {
        const size = labels.filter((other) => other === label).length;
        expect(rows.filter((row) => labels[row] === label)).toHaveLength(Math.round(share * size));
      }
      expect([...data.labels].every((label) => labels.includes(label))).toBe(true);
      expect([...given.labels]).toEqual(labels);
    }),
    { seed: 1 },
  );
});

test('all other classes are drawn equally often', () => {
  const labels = Array.from({ length: 9000 }, (_, k) => k % 3);
  const { data } = flipLabels(dataset(labels), { share: 1, seed: 4 });
  const ones = [...data.labels.keys()].filter((row) => labels[row] === 0 && data.labels[row] === 1).length;
  // Half of 3,000, to within five standard errors.
  expect(Math.abs(ones - 1500)).toBeLessThan(5 * Math.sqrt(3000 / 4));
});

test('shares that are none, and data of one class, are refused', () => {
  expect(() => flipLabels(dataset([0, 1]), { share: 1.5, seed: 1 })).toThrow(
    'flipLabels changes a share of the labels, from 0 to 1, but was given 1.5.',
  );
  expect(() => flipLabels(dataset([3, 3]), { share: 0.1, seed: 1 })).toThrow(
    'flipLabels gives samples the label of another class, but the data have 1.',
  );
});
