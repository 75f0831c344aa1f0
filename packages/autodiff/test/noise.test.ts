import { amplitudeDamping, depolarizing, noisy, type Program, reference } from '@hqnn/sim';
import { randomRun } from '@hqnn/sim/testing';
import { expect, test } from 'vitest';
import { density, expectationOf } from '../../sim/test/density.ts';
import { CASES } from '../../sim/test/textbook.ts';
import { adjoint, parameterShift } from '../src/index.ts';

const ERRORS = 5;
const STEP = 1e-4;
const NAMES = ['depolarising', 'amplitude damping'];
const channels = CASES.filter(({ name }) => NAMES.includes(name));
const textbook = channels.map((one) => one.textbook);

/** ∂⟨O⟩ of the first observable in each weight, by central differences of exact density matrices. */
const slopesOf = (program: Program, features: Float64Array, weights: Float64Array) => {
  const value = (theta: Float64Array) =>
    expectationOf(density(program, features, theta, { single: textbook, multi: textbook }), program.observables[0]);
  return weights.map(
    (weight, k) => (value(weights.with(k, weight + STEP)) - value(weights.with(k, weight - STEP))) / (2 * STEP),
  );
};

test('there are both channels', () => {
  expect(channels.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
});

test.each([1, 2, 5, 7])('shift rules on trajectories of circuit %i, controls and all, have the exact mean', (seed) => {
  const { program: two, features, weights } = randomRun(seed, { qubits: 2, rows: 1, length: 8 });
  const program = { ...two, observables: two.observables.slice(0, 1) };
  const own = channels.map(({ channel }) => channel);
  const simulator = noisy(reference(), { single: own, multi: own, trajectories: 150, seed });
  const calls = 24;
  const drawn = Array.from(
    { length: calls },
    () => parameterShift.pullBack(simulator, program, features, weights, [1], { features: false }).weights,
  );
  slopesOf(program, features, weights).forEach((slope, k) => {
    const mean = drawn.reduce((sum, slopes) => sum + slopes[k], 0) / calls;
    const scatter = drawn.reduce((sum, slopes) => sum + (slopes[k] - mean) ** 2, 0) / (calls - 1);
    expect(Math.abs(mean - slope)).toBeLessThan(ERRORS * Math.sqrt(scatter / calls) + 1e-6);
  });
});

test('a sweep goes back through Pauli noise, and refuses damping with what can', () => {
  const { program, features, weights, cotangents } = randomRun(1, { qubits: 2, rows: 1, length: 8 });
  const by = (channel: ReturnType<typeof depolarizing>) =>
    noisy(reference(), { single: [channel], multi: [channel], trajectories: 10, seed: 3 });
  const wanted = { features: true };
  // Two simulators of one seed have the same trajectories in the same calls, of which both methods are exact.
  const [sweep, shifts] = [adjoint, parameterShift].map((method) =>
    method.pullBack(by(depolarizing(0.2)), program, features, weights, cotangents, wanted),
  );
  sweep.weights.forEach((slope, k) => expect(Math.abs(slope - shifts.weights[k])).toBeLessThan(1e-10));
  sweep.features.forEach((slope, k) => expect(Math.abs(slope - shifts.features[k])).toBeLessThan(1e-10));
  expect(() => adjoint.pullBack(by(amplitudeDamping(0.2)), program, features, weights, cotangents, wanted)).toThrow(
    'parameterShift',
  );
});
