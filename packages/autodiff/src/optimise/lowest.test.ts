import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lowest } from './lowest.ts';

test('it is the lowest of many dips', () => {
  fc.assert(
    fc.property(fc.double({ min: -2.9, max: 2.9, noNaN: true }), (deepest) => {
      const f = (t: number) => -Math.cos(7 * (t - deepest)) + 0.1 * (t - deepest) ** 2;
      expect(Math.abs(lowest(f, 3, 60) - deepest)).toBeLessThan(1e-7);
    }),
    { seed: 3 },
  );
});

test('at an end of the window it is found too', () => {
  expect(lowest((t) => t, 2, 10)).toBeCloseTo(-2, 8);
  expect(lowest((t) => -t, 2, 10)).toBeCloseTo(2, 8);
});

test('of a level function it is where one is', () => {
  expect(lowest(() => 1, 2, 10)).toBe(0);
});

test('what is infinite is never lowest', () => {
  expect(lowest(() => Number.POSITIVE_INFINITY, 2, 10)).toBe(0);
  expect(lowest((t) => (t < 1 ? Number.POSITIVE_INFINITY : t), 2, 10)).toBeCloseTo(1, 2);
});
