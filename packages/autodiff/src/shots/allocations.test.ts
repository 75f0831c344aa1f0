import { expect, test } from 'vitest';
import { ALLOCATIONS } from './allocations.ts';
import type { SampledMean } from './sampled-means.ts';

const ROUNDING = 1e-12;

/** Measurements of one word whose shots are 1 with these probabilities. */
const PROBABILITIES = [0.9, 0.4];
const measurements = PROBABILITIES.map(() => ({
  slot: 0,
  shift: 0,
  setting: { program: { qubits: 1, features: 0, weights: 0, slots: [], instructions: [], observables: [] }, words: [] },
  slopes: [],
  scale: 1,
  bound: 1,
}));
const SHOTS = 100;
const PILOT = 5;

const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k);
const probabilityOf = (ones: readonly number[]) =>
  PROBABILITIES.reduce(
    (product, p, k) => product * binomial(PILOT, ones[k]) * p ** ones[k] * (1 - p) ** (PILOT - ones[k]),
    1,
  );

/** A pilot in which so many shots of each measurement were 1; what comes after it is as it is in the mean. */
function spent(ones: readonly number[]) {
  const asked: (readonly number[])[] = [];
  const measure = (counts: readonly number[]): readonly SampledMean[] => {
    asked.push(counts);
    return counts.map((count, k) => {
      const mean = asked.length === 1 ? (2 * ones[k]) / count - 1 : 2 * PROBABILITIES[k] - 1;
      const squared = 1 - mean ** 2;
      return { mean, variance: asked.length === 1 ? squared / (count - 1) : squared / count };
    });
  };
  return { found: ALLOCATIONS.variance.spend(measurements, SHOTS, measure), asked };
}

const everyPilot = [...Array(PILOT + 1).keys()].flatMap((one) =>
  [...Array(PILOT + 1).keys()].map((other) => [one, other]),
);

test('the mean over all that a pilot may find is the exact one, though it decides the shots that follow', () => {
  const pilots = everyPilot.map((ones) => ({ ...spent(ones), probability: probabilityOf(ones) }));
  expect(new Set(pilots.map(({ asked }) => asked[1][0])).size).toBeGreaterThan(5);
  for (const [k, p] of PROBABILITIES.entries()) {
    const mean = pilots.reduce((sum, { found, probability }) => sum + probability * found[k].mean, 0);
    expect(Math.abs(mean - (2 * p - 1))).toBeLessThan(ROUNDING);
  }
});

test('the variance told is, in the mean, that of the pilot and that of the rest, which are not correlated', () => {
  const pilots = everyPilot.map((ones) => ({ ...spent(ones), probability: probabilityOf(ones) }));
  const part = (2 * PILOT) / SHOTS;
  for (const [k, p] of PROBABILITIES.entries()) {
    const expected = (weight: (pilot: (typeof pilots)[number]) => number) =>
      pilots.reduce((sum, pilot) => sum + pilot.probability * weight(pilot), 0);
    const squared = 4 * p * (1 - p);
    const seen = expected(({ found }) => (found[k].mean - (2 * p - 1)) ** 2);
    expect(Math.abs(seen - (part ** 2 * squared) / PILOT)).toBeLessThan(ROUNDING);
    const rest = expected(({ asked }) => ((1 - part) ** 2 * squared) / asked[1][k]);
    expect(Math.abs(expected(({ found }) => found[k].variance) - seen - rest)).toBeLessThan(ROUNDING);
  }
});

test('σ of a pilot is that of k + 1 in n + 2', () => {
  for (const ones of everyPilot) {
    const { asked } = spent(ones);
    expect(asked[0]).toEqual([PILOT, PILOT]);
    const [one, other] = ones.map((k) => Math.sqrt((k + 1) * (PILOT + 1 - k)));
    expect(Math.abs(asked[1][0] - ((SHOTS - 2 * PILOT) * one) / (one + other))).toBeLessThan(1);
  }
});
