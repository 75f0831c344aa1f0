import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanced } from './balanced.ts';

const labelLists = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 80 });

test('every class has as many samples, those of the smallest, each once', () => {
  fc.assert(
    fc.property(labelLists, fc.nat(), (labels, seed) => {
      const rows = balanced(labels, { seed });
      const classes = [...new Set(labels)];
      const least = Math.min(...classes.map((label) => labels.filter((other) => other === label).length));
      for (const label of classes) expect(rows.filter((row) => labels[row] === label)).toHaveLength(least);
      expect(rows).toEqual(Uint32Array.from(new Set(rows)).sort());
    }),
    { seed: 1 },
  );
});

const LABELS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1];

test('fewer of each can be asked for, and another seed draws others', () => {
  expect(balanced(LABELS, { seed: 1, each: 2 })).toHaveLength(4);
  expect(balanced(LABELS, { seed: 1 })).toEqual(balanced(Uint8Array.from(LABELS), { seed: 1 }));
  expect(balanced(LABELS, { seed: 1 })).not.toEqual(balanced(LABELS, { seed: 2 }));
});

test.each([
  [LABELS, 5, 'balanced was asked for 5 samples of each class, but class 1 has 4. Ask for that many at most.'],
  [LABELS, 0, 'balanced.each must be a whole number, 1 or more, but is 0.'],
  [[], 1, 'There are no labels to draw a subset of.'],
])('%j, %d of each, are refused', (labels, each, message) => {
  expect(() => balanced(labels, { seed: 1, each })).toThrow(message);
});
