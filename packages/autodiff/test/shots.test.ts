import {
  amplitudeEncoding,
  circuit,
  expectation,
  hardwareEfficient,
  type Params,
  ry,
  sum,
  vector,
  X,
  Z,
} from '@hqnn/circuits';
import { amplitudeDamping, noisy, readoutError, simulator } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import { adjoint, estimateGradient, gradient } from '../src/index.ts';
import { at, MEASUREMENTS, observable, u } from './shots-case.ts';

const ALLOCATIONS = ['equal', 'weighted', 'variance'] as const;
const SEEDS = 2000;
/** The share of 95 % intervals that hold the exact slope, and how far it may be off. */
const [COVERED, OFF_COVER] = [0.95, 0.02];
/** Four times the standard errors of a mean and of a variance, as shares of their spread and of themselves. */
const [OFF_CENTRE, OFF_SPREAD] = [4 / Math.sqrt(SEEDS), 4 * Math.sqrt(2 / SEEDS)];
/** So many errors off is no chance. */
const ERRORS = 5;
const ROUNDING = 1e-12;

const f = expectation(u, observable);
const SHOTS = 100 * MEASUREMENTS;

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;
const meanSquare = (values: readonly number[]) => mean(values.map((value) => value ** 2));
const flat = (slopes: Readonly<Record<string, Float64Array>>) =>
  Object.keys(slopes)
    .sort()
    .flatMap((name) => [...slopes[name]]);

/** For each slope what all seeds have found: value − exact, and the error told. */
function trials(
  g: typeof f,
  params: Params,
  options: Omit<Parameters<typeof estimateGradient>[1], 'seed'>,
  seeds = SEEDS,
) {
  const { features: wanted = g.program.features > 0 } = options;
  const exact = flat(gradient(g, { method: adjoint, features: wanted })(params));
  const runs = Array.from({ length: seeds }, (_, seed) => estimateGradient(g, { ...options, seed })(params));
  const [values, errors] = [runs.map(({ value }) => flat(value)), runs.map(({ error }) => flat(error))];
  return exact.map((slope, k) => ({
    off: values.map((value) => value[k] - slope),
    error: errors.map((error) => error[k]),
  }));
}

/** The sum of the squared errors of all slopes, as a mean over the seeds. */
const squaredOff = (...on: Parameters<typeof trials>) =>
  trials(...on).reduce((total, { off }) => total + meanSquare(off), 0);

describe.each(ALLOCATIONS)('shots divided by %s', (allocation) => {
  test('slopes are not biased, their squared errors are the variance seen, and 95 of 100 lie within 1.96 errors', () => {
    for (const { off, error } of trials(f, at, { shots: SHOTS, allocation })) {
      const seen = meanSquare(off);
      expect(Math.abs(mean(off))).toBeLessThan(OFF_CENTRE * Math.sqrt(seen));
      expect(Math.abs(meanSquare(error) / seen - 1)).toBeLessThan(OFF_SPREAD);
      const covered = off.filter((each, k) => Math.abs(each) <= 1.96 * error[k]).length / SEEDS;
      expect(Math.abs(covered - COVERED)).toBeLessThan(OFF_COVER);
    }
  });

  test('they are not biased with the fewest shots there can be', () => {
    const stages = allocation === 'variance' ? 2 : 1;
    for (const { off } of trials(f, at, { shots: 2 * stages * MEASUREMENTS, allocation }))
      expect(Math.abs(mean(off))).toBeLessThan(OFF_CENTRE * Math.sqrt(meanSquare(off)));
  });
});

test.each(SIMULATORS)('on $name, slopes are as far off as their errors say', ({ simulator: own }) => {
  const g = expectation(u, observable, { simulator: own });
  for (const { off, error } of trials(g, at, { shots: SHOTS }, 200)) {
    const scores = off.map((each, k) => each / error[k]);
    expect(Math.abs(mean(scores))).toBeLessThan(ERRORS / Math.sqrt(200));
    expect(Math.abs(meanSquare(scores) - 1)).toBeLessThan(ERRORS * Math.sqrt(2 / 200));
  }
});

test('slopes in both factors of a product are of the same shots', () => {
  const { value, error } = estimateGradient(f, { shots: 500, seed: 3 })(at);
  expect(value.theta[3] * at.theta[3]).toBeCloseTo(value.x[0] * at.x[0], 12);
  expect(error.theta[3] * Math.abs(at.theta[3])).toBeCloseTo(error.x[0] * at.x[0], 12);
});

describe('of the same shots', () => {
  test('those divided by weights leave smaller errors than equal numbers, where coefficients are unequal', () => {
    const [equal, weighted] = (['equal', 'weighted'] as const).map((allocation) =>
      squaredOff(f, at, { shots: SHOTS, allocation }, 500),
    );
    expect(weighted / equal).toBeLessThan(0.75);
  });

  test('those divided by variance leave smaller ones than those divided by weights, where spreads differ', () => {
    // Where the angle is shifted, X has almost all spread there can be, and Z almost none.
    const g = expectation(circuit(1, ry(vector('phi', 1)[0], 0)), sum(Z(0), X(0)));
    const [weighted, byVariance] = (['weighted', 'variance'] as const).map((allocation) =>
      squaredOff(g, { phi: [1.5] }, { shots: 1600, allocation }, 500),
    );
    expect(byVariance / weighted).toBeLessThan(0.75);
  });
});

test('under noise, slopes are those of the noise, with one trajectory a shot', () => {
  // Damping by γ behind R_Y(α), and bits misread with probability r: ⟨Z⟩ = (1 − 2r)(1 − (1 − γ)(1 − cos α)).
  const [gamma, r, alpha, seeds] = [0.3, 0.05, 1.1, 400];
  const device = noisy(simulator(), { single: [amplitudeDamping(gamma)], readout: readoutError(r), seed: 5 });
  const phi = vector('phi', 1);
  const g = expectation(circuit(1, ry(phi[0], 0)), Z(0), { simulator: device });
  const slope = -(1 - 2 * r) * (1 - gamma) * Math.sin(alpha);
  const scores = Array.from({ length: seeds }, (_, seed) => {
    const { value, error } = estimateGradient(g, { shots: 200, seed, allocation: 'variance' })({ phi: [alpha] });
    return (value.phi[0] - slope) / error.phi[0];
  });
  expect(Math.abs(mean(scores))).toBeLessThan(ERRORS / Math.sqrt(seeds));
  expect(Math.abs(meanSquare(scores) - 1)).toBeLessThan(ERRORS * Math.sqrt(2 / seeds));
});

test('weights behind amplitudes have slopes, too', () => {
  const encoded = circuit(2, amplitudeEncoding(4), hardwareEfficient(2));
  const g = expectation(encoded, sum(Z(0), X(1)));
  const here = { x: [0.1, -0.4, 0.8, 0.3], theta: Array.from({ length: g.program.weights }, (_, k) => 0.3 * k) };
  for (const { off, error } of trials(g, here, { shots: 20_000, features: false }, 50))
    expect(Math.abs(mean(off))).toBeLessThan((ERRORS * Math.sqrt(meanSquare(error))) / Math.sqrt(50) + ROUNDING);
});
