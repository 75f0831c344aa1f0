import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

// SciPy 1.17.1, binomtest(…).proportion_ci(0.95, 'wilson').
test.each([
  [8, 10, 0.4901624715366418, 0.9433178485456248],
  [0, 20, 0, 0.16112515805281935],
  [405, 409, 0.9751267960372396, 0.9961903801627479],
])('%i of %i is from %f to %f', (successes, trials, low, high) => {
  const interval = wilson(successes, trials);
  expect(interval[0]).toBeCloseTo(low, 12);
  expect(interval[1]).toBeCloseTo(high, 12);
});

test('the interval holds the share, lies in 0 to 1, and is mirrored when successes are failures', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
      const successes = Math.round(share * trials);
      const [low, high] = wilson(successes, trials);
      const [mirrored] = wilson(trials - successes, trials);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low - 1e-12).toBeLessThanOrEqual(successes / trials);
      expect(high + 1e-12).toBeGreaterThanOrEqual(successes / trials);
      expect(1 - mirrored).toBeCloseTo(high, 10);
    }),
    { seed: 1 },
  );
});

test('an interval of nothing is refused', () => {
  expect(() => wilson(0, 0)).toThrow('An interval was asked for 0 of 0.');
  expect(() => wilson(3, 2)).toThrow('3 of 2');
});
