import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampled } from './sample.ts';
import { uniform } from './uniform.ts';

const sizes = fc.constantFrom(2, 4, 16, 64);
const rowsOf = (size: number) =>
  fc.array(
    fc
      .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1, noNaN: true })), {
        minLength: size,
        maxLength: size,
      })
      .filter((row) => row.some((p) => p > 0)),
    { minLength: 1, maxLength: 3 },
  );

test('an outcome is the first whose running sum is above a uniform number, whatever the guide to it', () => {
  fc.assert(
    fc.property(sizes.chain(rowsOf), fc.integer({ min: 1, max: 300 }), fc.nat(), (rows, shots, seed) => {
      const outcomes = sampled(Float64Array.from(rows.flat()), rows.length, { shots, seed });
      for (const [row, probabilities] of rows.entries()) {
        let total = 0;
        const sums = probabilities.map((p) => (total += p));
        const draw = uniform(seed, row);
        const expected = Array.from({ length: shots }, () => {
          const value = draw() * total;
          return sums.findIndex((sum) => sum > value);
        });
        expect([...outcomes.subarray(row * shots, (row + 1) * shots)]).toEqual(expected);
      }
    }),
    { seed: 4 },
  );
});

test('what has no probability never comes, and no rows have no outcomes', () => {
  const outcomes = sampled(Float64Array.of(0, 0.4, 0, 0.6, 0, 0, 0, 0), 1, { shots: 5000, seed: 2 });
  expect([...new Set(outcomes)].sort()).toEqual([1, 3]);
  expect(sampled(new Float64Array(), 0, { shots: 5, seed: 2 })).toHaveLength(0);
});
