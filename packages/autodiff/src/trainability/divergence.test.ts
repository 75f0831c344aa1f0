import { uniform } from '@hqnn/sim';
import { expect, test } from 'vitest';
import { divergence, expectedDivergence } from './divergence.ts';
import { logHaarMasses } from './haar-fidelity.ts';
import { meanOf, varianceOf } from './moments.ts';

const logs = (masses: readonly number[]) => Float64Array.from(masses, Math.log);

/** Counts of so many draws from the masses. */
function counted(draws: number, masses: readonly number[], seed: number): Float64Array {
  const next = uniform(seed, 0);
  const counts = new Float64Array(masses.length);
  for (let k = 0; k < draws; k++) {
    let [left, bin] = [next(), 0];
    while (bin < masses.length - 1 && left >= masses[bin]) left -= masses[bin++];
    counts[bin]++;
  }
  return counts;
}

test('it is Σ p log(p/q), and an empty bin adds nothing', () => {
  expect(divergence([3, 1, 0], logs([0.5, 0.25, 0.25])).value).toBeCloseTo(0.75 * Math.log(1.5), 14);
  expect(divergence([2, 2], logs([0.5, 0.5]))).toEqual({ value: 0, error: 0 });
});

test('what all falls into one bin of so many has the logarithm of how many, without error', () => {
  const { value, error } = divergence([0, 0, 7, 0], logs([0.25, 0.25, 0.25, 0.25]));
  expect(value).toBeCloseTo(Math.log(4), 14);
  expect(error).toBe(0);
});

test('its error is how far it scatters', () => {
  const [from, to] = [[0.5, 0.3, 0.2], logs([0.2, 0.3, 0.5])];
  const drawn = Array.from({ length: 1000 }, (_, seed) => divergence(counted(400, from, seed), to));
  const scatter = Math.sqrt(varianceOf(drawn.map(({ value }) => value)));
  expect(meanOf(drawn.map(({ error }) => error)) / scatter).toBeCloseTo(1, 1);
});

test('the expected divergence is the mean over all counts, one by one', () => {
  // Two bins and five draws: k in the first with the probability of k of five.
  const masses = [0.3, 0.7];
  const ways = [1, 5, 10, 10, 5, 1];
  const mean = ways.reduce(
    (sum, way, k) => sum + way * 0.3 ** k * 0.7 ** (5 - k) * divergence([k, 5 - k], logs(masses)).value,
    0,
  );
  expect(expectedDivergence(5, logs(masses))).toBeCloseTo(mean, 13);
});

test('the expected divergence is the mean over draws, also of many in thin bins', () => {
  const logMasses = logHaarMasses(3, 20);
  const masses = Array.from(logMasses, Math.exp);
  const drawn = Array.from({ length: 300 }, (_, seed) => divergence(counted(2000, masses, seed), logMasses).value);
  const error = Math.sqrt(varianceOf(drawn) / drawn.length);
  expect(Math.abs(meanOf(drawn) - expectedDivergence(2000, logMasses))).toBeLessThan(4 * error);
});

test('for many draws it is that of Miller and Madow, (bins − 1)/2 for each draw', () => {
  expect(expectedDivergence(100_000, logHaarMasses(1, 75))).toBeCloseTo(74 / 200_000, 6);
});
