import { uniform } from '@hqnn/sim';
import { Matrix, solve } from 'ml-matrix';
import { expect, test } from 'vitest';
import { exponentialDecay } from './exponential-decay.ts';
import { meanOf } from './moments.ts';
import { weightedLine } from './weighted-line.ts';

const places = [2, 4, 6, 8, 10];
const errors = [0.1, 0.2, 0.05, 0.3, 0.1];

/** Numbers of mean 0 and variance 1. */
const normal = (seed: number) => {
  const next = uniform(seed, 0);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
};

test('it solves the normal equations', () => {
  const draw = normal(1);
  const measured = places.map((at, k) => ({ at, value: 1 - 0.7 * at + draw(), error: errors[k] }));
  const design = new Matrix(measured.map(({ at, error }) => [1 / error, at / error]));
  const right = Matrix.columnVector(measured.map(({ value, error }) => value / error));
  const square = design.transpose().mmul(design);
  const [intercept, slope] = solve(square, design.transpose().mmul(right)).to1DArray();
  const line = weightedLine(measured);
  expect(line.intercept).toBeCloseTo(intercept, 10);
  expect(line.slope).toBeCloseTo(slope, 10);
});

test('the error of the slope is how far slopes scatter', () => {
  const draw = normal(2);
  const pulls = Array.from({ length: 2000 }, () => {
    const measured = places.map((at, k) => ({ at, value: 3 + 0.5 * at + errors[k] * draw(), error: errors[k] }));
    const { slope, error } = weightedLine(measured);
    return ((slope - 0.5) / error) ** 2;
  });
  // Errors are never made smaller by chance agreement, and so are a little too large.
  expect(meanOf(pulls)).toBeLessThan(1.05);
  expect(meanOf(pulls)).toBeGreaterThan(0.7);
});

test('measurements off the line make the error larger', () => {
  const on = places.map((at) => ({ at, value: at, error: 0.1 }));
  const off = on.map((measured, k) => ({ ...measured, value: measured.value + (k % 2) }));
  expect(weightedLine(off).error).toBeGreaterThan(3 * weightedLine(on).error);
  expect(weightedLine(on).rSquared).toBeCloseTo(1, 12);
  expect(weightedLine(off).rSquared).toBeLessThan(0.99);
});

test('an exact decay is found, with what it begins from', () => {
  const estimates = places.map((n) => ({ n, value: 3 * 0.5 ** n, error: 0.01 * 0.5 ** n }));
  const fit = exponentialDecay(estimates, 0);
  expect(fit?.rate).toBeCloseTo(0.5, 12);
  expect(fit?.amplitude).toBeCloseTo(3, 12);
  expect(fit?.fitted).toBe(5);
});

test('what is 0 has no logarithm, and one place no decay', () => {
  const zero = { n: 2, value: 1e-33, error: 0 };
  const some = { n: 4, value: 0.5, error: 0.1 };
  expect(exponentialDecay([zero, some], 1e-26)).toBeNull();
  expect(exponentialDecay([zero, some, { ...some, n: 6 }], 1e-26)?.fitted).toBe(2);
});
