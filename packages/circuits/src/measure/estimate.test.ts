import { reference, type Simulator } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../../tooling/simulators.ts';
import { features } from '../angle.ts';
import { hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import type { Params } from '../bind.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { amplitudeEncoding } from '../encodings/amplitude-encoding.ts';
import { angleEncoding } from '../encodings/angle-encoding.ts';
import { expectation, type Measured } from '../expectation.ts';
import { constant, pauli, scaled, sum, X, Y, Z } from '../observable.ts';
import { outcomes } from '../observables/projector.ts';
import { cx, h, ry } from '../op.ts';
import { covariance } from './covariance.ts';
import { estimate } from './estimate.ts';
import { variance } from './variance.ts';

const SHOTS = 400;
const SEEDS = 400;
/** Of (value − exact)/error over the seeds: four times the standard errors of a mean and of a variance of 1. */
const OFF_CENTRE = 4 / Math.sqrt(SEEDS);
const OFF_SPREAD = 4 * Math.sqrt(2 / SEEDS);

const numbers = (length: number, step: number) => Array.from({ length }, (_, k) => Math.sin(step * (k + 1)));

const rotated = circuit(3, angleEncoding(features(3)), hardwareEfficient(3, { layers: 2 }));
const amplitudes = circuit(3, amplitudeEncoding(8), hardwareEfficient(3));
const CIRCUITS: readonly (readonly [string, Circuit, Params])[] = [
  ['features as angles', rotated, { x: numbers(3, 2.1), theta: numbers(15, 0.7) }],
  ['features as amplitudes', amplitudes, { x: numbers(8, 1.9), theta: numbers(9, 0.4) }],
];

/** Words with X, Y and Z that take several groups, some in two observables, and a constant. */
const OBSERVABLES = [
  sum(Z(0), scaled(0.5, pauli('XY', 0, 1)), scaled(-0.7, Y(2)), constant(0.3)),
  sum(pauli('ZZ', 0, 2), scaled(2, X(1))),
  sum(scaled(0.8, Z(0)), scaled(0.6, Y(1))),
];

const all = (value: number | Float64Array) => (typeof value === 'number' ? [value] : [...value]);

/** (value − exact)/error of each output, for each seed. */
function scores<Value extends number | Float64Array>(f: Measured<Value>, at: Params) {
  const exact = all(f(at));
  const runs = Array.from({ length: SEEDS }, (_, seed) => estimate(f, { shots: SHOTS, seed })(at));
  return exact.map((expected, k) => runs.map(({ value, error }) => (all(value)[k] - expected) / all(error)[k]));
}

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;

describe.each(SIMULATORS)('on $name', ({ simulator }) => {
  describe.each(CIRCUITS)('with %s', (_, u, at) => {
    test.each([
      ['expectation', expectation(u, OBSERVABLES, { simulator })],
      ['variance', variance(u, OBSERVABLES, { simulator })],
      ['covariance', covariance(u, OBSERVABLES, { simulator })],
      ['expectation of outcomes', expectation(u, outcomes(2, 0), { simulator })],
      ['variance of outcomes', variance(u, outcomes(2), { simulator })],
    ])('estimates of %s are as far from it as their errors say', (_, f) => {
      for (const output of scores(f, at)) {
        expect(Math.abs(mean(output))).toBeLessThan(OFF_CENTRE);
        expect(Math.abs(mean(output.map((score) => score ** 2)) - 1)).toBeLessThan(OFF_SPREAD);
      }
    });
  });
});

test('where a variance is stationary in the mean, its estimates are not biased and its errors not too small', () => {
  // ⟨Z⟩ is 0, so that the slope of ⟨Z²⟩ − ⟨Z⟩² in it is 0, and the spread is of second order: Var = 2(1/shots)².
  const f = variance(circuit(1, h(0)), Z(0));
  const runs = Array.from({ length: SEEDS }, (_, seed) => estimate(f, { shots: SHOTS, seed })());
  const spread = Math.SQRT2 / SHOTS;
  expect(Math.abs(mean(runs.map(({ value }) => value - 1)))).toBeLessThan(OFF_CENTRE * spread);
  for (const { error } of runs) expect(error).toBeGreaterThan(0.99 * spread);
  expect(mean(runs.map(({ error }) => error ** 2))).toBeLessThan(2.5 * spread ** 2);
});

test('an error falls as one over the square root of the shots', () => {
  const [, u, at] = CIRCUITS[0];
  for (const f of [expectation(u, OBSERVABLES[0]), variance(u, OBSERVABLES[1])]) {
    const [few, many] = [1000, 100_000].map((shots) => estimate(f, { shots, seed: 1 })(at).error);
    expect(few / many).toBeGreaterThan(9);
    expect(few / many).toBeLessThan(11);
  }
});

test('the error of one word is that of counting, sampled with n − 1', () => {
  const f = expectation(circuit(1, h(0)), scaled(3, Z(0)));
  const { value, error, circuits, shots } = estimate(f, { shots: 50, seed: 4 })();
  expect(error).toBeCloseTo(Math.sqrt((9 - value ** 2) / 49), 12);
  expect([circuits, shots]).toEqual([1, 50]);
});

test('words that always agree are known together, though each alone is not', () => {
  const bell = circuit(2, h(0), cx(0, 1));
  const { value, error } = estimate(expectation(bell, [sum(Z(0), scaled(-1, Z(1))), Z(0)]), { shots: 100, seed: 2 })();
  expect([value[0], error[0]]).toEqual([0, 0]);
  expect(error[1]).toBeCloseTo(0.1, 2);
});

test('the same seed gives the same estimate, another seed another', () => {
  const [, u, at] = CIRCUITS[1];
  const f = covariance(u, OBSERVABLES);
  const once = estimate(f, { shots: 30, seed: 7 });
  const again = estimate(covariance(u, OBSERVABLES), { shots: 30, seed: 7 });
  expect(once(at)).toEqual(again(at));
  expect(once(at)).toEqual(once(at));
  expect(once(at)).not.toEqual(estimate(f, { shots: 30, seed: 8 })(at));
});

test('groups have random numbers of their own', () => {
  const u = circuit(1, ry(Math.PI / 4, 0));
  const f = expectation(u, [Z(0), X(0)]);
  const pairs = Array.from({ length: SEEDS }, (_, seed) => estimate(f, { shots: 10, seed })().value);
  const [z, x] = [0, 1].map((k) => pairs.map((pair) => pair[k]));
  const covarianceOf = mean(z.map((value, k) => (value - mean(z)) * (x[k] - mean(x))));
  // Var = ½/shots for each: with one stream for both groups their values would be equal.
  expect(Math.abs(covarianceOf)).toBeLessThan((OFF_CENTRE * 0.5) / 10);
});

test('the circuits and shots that are counted are those that are run', () => {
  const simulator = spied(reference());
  const f = expectation(circuit(2, h(0)), [sum(Z(0), X(1)), pauli('ZX', 0, 1), Y(0)], { simulator });
  const { circuits, shots } = estimate(f, { shots: 25, seed: 1 })();
  expect([circuits, shots]).toEqual([2, 50]);
  expect(simulator.drawn).toEqual([25, 25]);
});

test('what is known without measuring has no error, and its parameters are still looked at', () => {
  const [, u, at] = CIRCUITS[0];
  const f = estimate(expectation(u, constant(2)), { shots: 2, seed: 1 });
  expect(f(at)).toEqual({ value: 2, error: 0, circuits: 0, shots: 0 });
  expect(() => f({})).toThrow('The circuit depends on x, which was not given.');
});

test.each([
  [
    { shots: 1, seed: 1 },
    'estimate was given 1 shots. It takes a whole number from 2 for each group of commuting words',
  ],
  [{ shots: 2.5, seed: 1 }, 'estimate was given 2.5 shots.'],
  [{ shots: Number.NaN, seed: 1 }, 'estimate was given NaN shots.'],
  [{ shots: 10, seed: 0.5 }, 'estimate was given the seed 0.5. A seed is a whole number from 0'],
])('%j is refused', (options, words) => {
  expect(() => estimate(expectation(circuit(1), Z(0)), options)).toThrow(words);
});

/** A simulator that remembers how many shots were asked for. */
function spied(simulator: Simulator): Simulator & { readonly drawn: readonly number[] } {
  const drawn: number[] = [];
  const sample: Simulator['sample'] = (program, x, weights, options) => {
    drawn.push(options.shots);
    return simulator.sample(program, x, weights, options);
  };
  return { ...simulator, sample, drawn };
}
