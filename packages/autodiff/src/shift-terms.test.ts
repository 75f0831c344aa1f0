import { randomRun } from '@hqnn/sim/testing';
import { expect, test } from 'vitest';
import { shiftTerms } from './shift-terms.ts';

test('a program has the same list of shifts each time, and a longer one where features are wanted', () => {
  const { program } = randomRun(1);
  const [weights, all] = [false, true].map((features) => shiftTerms(program, { features }));
  expect(shiftTerms(program, { features: false })).toBe(weights);
  expect(shiftTerms(program, { features: true })).toBe(all);
  expect(all.length).toBeGreaterThan(weights.length);
  expect(shiftTerms({ ...program }, { features: true })).not.toBe(all);
});
