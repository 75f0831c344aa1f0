import { expect, test } from 'vitest';
import figures from '../../test/screening-figures.json';
import { chiSquareTail } from './chi-square-tail.ts';

const RELATIVE = 1e-11;

test.each(figures.tails)('P(χ² ≥ %d) for %i degrees of freedom is %d, as SciPy has it', (x, freedom, tail) => {
  expect(Math.abs(chiSquareTail(x, freedom) - tail)).toBeLessThanOrEqual(RELATIVE * tail);
});

test('all of the distribution is above 0, nothing at the greatest number', () => {
  expect(chiSquareTail(0, 3)).toBe(1);
  expect(chiSquareTail(Number.MAX_VALUE, 3)).toBe(0);
});
