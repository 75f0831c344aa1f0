import { expect, test } from 'vitest';
import figures from '../../test/audit-figures.json';
import { kolmogorovTail } from './kolmogorov-tail.ts';

/** As a share of the value. */
const TOLERANCE = 1e-12;

test.each(figures.tail)('beyond $x it is $p, as SciPy has it', ({ x, p }) => {
  expect(Math.abs(kolmogorovTail(x) / p - 1)).toBeLessThan(TOLERANCE);
});

test('no distance is certain', () => {
  expect([kolmogorovTail(0), kolmogorovTail(1e-3)]).toEqual([1, 1]);
});
