import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allotted, LEAST } from './allotted.ts';

/** What rounding leaves of a share. */
const ROUNDING = 1e-9;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

test.each([
  { weights: [1, 1, 1], shots: 12, counts: [4, 4, 4] },
  { weights: [1, 1, 1], shots: 14, counts: [5, 5, 4] },
  { weights: [1, 2, 7], shots: 100, counts: [10, 20, 70] },
  // 3.75, 2.5 and 3.75: the largest remainders are those of the first and the last.
  { weights: [3, 2, 3], shots: 10, counts: [4, 2, 4] },
  // The first has two, though 0.1 is its part, and the others 1 : 3 of the rest.
  { weights: [0.01, 1, 3], shots: 42, counts: [2, 10, 30] },
  { weights: [1e-30, 1], shots: 4, counts: [2, 2] },
  { weights: [], shots: 10, counts: [] },
])('$shots shots for the weights $weights are $counts', ({ weights, shots, counts }) => {
  expect(allotted(weights, shots)).toEqual(counts);
});

test('all shots are spent, no circuit has less than the least, and none less than a lighter one', () => {
  const weight = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 30 }), fc.nat(5000), (weights, more) => {
      const shots = LEAST * weights.length + more;
      const counts = allotted(weights, shots);
      expect(total(counts)).toBe(shots);
      expect(counts.every((count) => Number.isInteger(count) && count >= LEAST)).toBe(true);
      const ascending = [...weights.keys()].sort((j, k) => weights[j] - weights[k] || counts[j] - counts[k]);
      expect(ascending.map((place) => counts[place])).toEqual(counts.toSorted((a, b) => a - b));
    }),
    { seed: 3 },
  );
});

test('where there are enough for all, each has its part to less than one shot', () => {
  const weight = fc.double({ min: 1, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 30 }), fc.nat(5000), (weights, more) => {
      const shots = 3 * LEAST * weights.length + more;
      const counts = allotted(weights, shots);
      weights.forEach((each, k) => {
        expect(Math.abs(counts[k] - (shots * each) / total(weights))).toBeLessThan(1 + ROUNDING);
      });
    }),
    { seed: 4 },
  );
});
