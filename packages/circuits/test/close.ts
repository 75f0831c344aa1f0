import { expect } from 'vitest';

/** Throws unless both hold as many numbers, each within the tolerance. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const worst = Array.from(expected, (value, k) => Math.abs(actual[k] - value)).reduce((a, b) => Math.max(a, b), 0);
  expect(worst).toBeLessThanOrEqual(tolerance);
}
