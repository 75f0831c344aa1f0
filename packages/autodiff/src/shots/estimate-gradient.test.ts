import {
  amplitudeEncoding,
  circuit,
  constant,
  eachZ,
  estimate,
  expectation,
  hardwareEfficient,
  ry,
  scaled,
  sum,
  times,
  variance,
  vector,
  X,
  Z,
} from '@hqnn/circuits';
import { reference } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import { at, counting, MEASUREMENTS, observable, u } from '../../test/shots-case.ts';
import { estimateGradient } from './estimate-gradient.ts';

const f = expectation(u, observable);

describe.each(['equal', 'weighted', 'variance'] as const)('shots divided by %s', (allocation) => {
  test('the circuits and shots that it tells are those that are run, all shots and no more', () => {
    for (const shots of [2 * 2 * MEASUREMENTS, 777, 5000]) {
      const spied = counting(reference());
      const told = estimateGradient(expectation(u, observable, { simulator: spied.simulator }), {
        shots,
        seed: 1,
        allocation,
      })(at);
      const rows = spied.drawn.reduce((sum, call) => sum + call.rows, 0);
      expect([told.circuits, told.shots]).toEqual([rows, shots]);
      expect(spied.drawn.reduce((sum, call) => sum + call.rows * call.shots, 0)).toBe(shots);
      expect(Math.min(...spied.drawn.map((call) => call.shots))).toBeGreaterThanOrEqual(2);
    }
  });

  test('the same seed gives the same numbers, another seed others', () => {
    const once = estimateGradient(f, { shots: 500, seed: 7, allocation });
    expect(once(at)).toEqual(once(at));
    expect(once(at)).toEqual(estimateGradient(expectation(u, observable), { shots: 500, seed: 7, allocation })(at));
    expect(once(at)).not.toEqual(estimateGradient(f, { shots: 500, seed: 8, allocation })(at));
  });

  test('too few shots are refused, and the least there must be are named', () => {
    const circuits = allocation === 'variance' ? 2 * MEASUREMENTS : MEASUREMENTS;
    expect(() => estimateGradient(f, { shots: 2 * circuits - 1, seed: 1, allocation })(at)).toThrow(
      `estimateGradient was given ${2 * circuits - 1} shots for ${circuits} circuits. It takes ${2 * circuits} at least`,
    );
    expect(estimateGradient(f, { shots: 2 * circuits, seed: 1, allocation })(at)).toMatchObject({ circuits });
  });

  test('what is known without measuring has no error and takes no shots', () => {
    const nothing = estimateGradient(expectation(u, constant(2)), { shots: 10, seed: 1, allocation })(at);
    const zeros = { theta: new Float64Array(4), x: new Float64Array(2) };
    expect(nothing).toEqual({ value: zeros, error: zeros, circuits: 0, shots: 0 });
  });
});

test('shots divided by weights are as many as the coefficients and the slopes of the angles are large', () => {
  const spied = counting(reference());
  const theta = vector('theta', 2);
  const turned = circuit(1, ry(theta[0], 0), ry(times(-3, theta[1]), 0));
  const g = expectation(turned, sum(Z(0), scaled(-2, X(0))), { simulator: spied.simulator });
  estimateGradient(g, { shots: 2400, seed: 1 })({ theta: [0.4, 0.7] });
  expect(spied.drawn).toEqual([100, 200, 300, 600].map((shots) => ({ rows: 2, shots })));
});

test('a measurement whose pilot has shown no spread is not starved', () => {
  // With Z at 0 and X at ±1: of the first all spread, of the second none, in whatever many shots.
  const spied = counting(reference());
  const turned = circuit(1, ry(vector('phi', 1)[0], 0));
  const g = expectation(turned, sum(Z(0), X(0)), { simulator: spied.simulator });
  estimateGradient(g, { shots: 1600, seed: 1, allocation: 'variance' })({ phi: [0] });
  const [pilot, second] = [spied.drawn.slice(0, 2), spied.drawn.slice(2).map(({ shots }) => shots)];
  expect(pilot).toEqual([
    { rows: 2, shots: 40 },
    { rows: 2, shots: 40 },
  ]);
  // As if one of 42 had been the other way: σ ≈ 2√41/42 ≈ 0.3 beside 1.
  const [least, most] = [Math.min(...second), Math.max(...second)];
  expect(Math.abs(least / most - (2 * Math.sqrt(41)) / 42)).toBeLessThan(0.02);
});

describe('what counts for no slope', () => {
  test('is not measured: the angle θ·x in θ, where x is 0', () => {
    const zero = { ...at, x: [0, 0.5] };
    const { value, error, circuits } = estimateGradient(f, { shots: 5000, seed: 1, features: false })(zero);
    expect([value.theta[3], error.theta[3], Object.keys(value)]).toEqual([0, 0, ['theta']]);
    // Without the angle of x₁ alone, and without that of θ₃·x₀.
    expect(circuits).toBe(MEASUREMENTS - 2 * 2 * 2);
    // In x₀ itself there is a slope, θ₃ times that in the angle.
    expect(estimateGradient(f, { shots: 5000, seed: 1 })(zero)).toMatchObject({ circuits: MEASUREMENTS });
  });

  test('is not measured: a word without a coefficient', () => {
    const one = estimateGradient(expectation(u, sum(Z(0), scaled(0, X(0)))), { shots: 200, seed: 1 });
    // Z₀ is moved by three angles, one of them under a control, in one group.
    expect(one(at).circuits).toBe(2 + 4 + 2);
  });
});

test('measurements of one setting with as many shots are one call', () => {
  const spied = counting(reference());
  const g = expectation(u, observable, { simulator: spied.simulator });
  estimateGradient(g, { shots: 100 * MEASUREMENTS, seed: 1, allocation: 'equal' })(at);
  expect(spied.drawn).toEqual([
    { rows: MEASUREMENTS / 2, shots: 100 },
    { rows: MEASUREMENTS / 2, shots: 100 },
  ]);
});

test('amplitudes have no slopes from shots, which is said at once', () => {
  const encoded = expectation(circuit(2, amplitudeEncoding(4), hardwareEfficient(2)), Z(0));
  expect(() => estimateGradient(encoded, { shots: 1000, seed: 1 })).toThrow('{ features: false }');
  estimateGradient(encoded, { shots: 1000, seed: 1, features: false });
});

test.each([
  [{ shots: 1, seed: 1 }, 'estimateGradient was given the shots 1. It is a whole number from 2.'],
  [{ shots: 2 ** 60, seed: 1 }, 'It is 1000000000 at most, for the whole gradient.'],
  [{ shots: 1e9 + 1, seed: 1 }, 'estimateGradient was given the shots 1000000001. It is 1000000000 at most'],
  [{ shots: 10.5, seed: 1 }, 'estimateGradient was given the shots 10.5.'],
  [{ shots: 1000, seed: -1 }, 'estimateGradient was given the seed -1. It is a whole number from 0.'],
  [
    { shots: 1000, seed: 1, allocation: 'best' as 'equal' },
    'estimateGradient was given the allocation best. It is one of equal, weighted, variance.',
  ],
  [
    { shots: 1000, seed: 1, pilot: 0.2 },
    'estimateGradient was given pilot. It takes shots, seed, allocation, features.',
  ],
])('%j is refused', (options, words) => {
  expect(() => estimateGradient(f, options)).toThrow(words);
});

test('other functions than a mean, and other numbers than finite ones, are refused', () => {
  const options = { shots: 1000, seed: 1 };
  expect(() => estimateGradient(variance(u, Z(0)) as unknown as typeof f, options)).toThrow('variance');
  expect(() => estimateGradient(expectation(u, [Z(0), X(0)]) as unknown as typeof f, options)).toThrow(
    'estimateGradient is of one expectation value, but the function has 2.',
  );
  const df = estimateGradient(f, options);
  expect(() => df({ ...at, x: [0.9, Number.NaN] })).toThrow(
    'estimateGradient was given the feature NaN in place 1. It takes finite numbers.',
  );
  expect(() => df({ ...at, theta: [Infinity, 0, 0, 0] })).toThrow(
    'estimateGradient was given the weight Infinity in place 0.',
  );
  expect(() => df({ theta: at.theta })).toThrow('The circuit depends on x, which was not given.');
});

test('words that the angle cannot move are neither measured nor counted', () => {
  const lone = circuit(
    6,
    vector('theta', 6).map((weight, qubit) => ry(weight, qubit)),
  );
  const first = estimateGradient(expectation(lone, Z(0)), { shots: 100, seed: 1 })({ theta: [1, 2, 3, 4, 5, 6] });
  expect(first.circuits).toBe(2);
  expect([...first.error.theta.subarray(1)]).toEqual([0, 0, 0, 0, 0]);
  // With their neighbours' spread the errors would be √6 times as large.
  const all = estimateGradient(expectation(lone, sum(...eachZ(6))), { shots: 6000, seed: 1 })({
    theta: Array(6).fill(0),
  });
  for (const error of all.error.theta) expect(error).toBeLessThan(1.1 / Math.sqrt(2 * 500));
});

test('a gradient and an estimate of one seed do not share random numbers', () => {
  const g = expectation(circuit(1, ry(vector('theta', 1)[0], 0)), Z(0));
  const pairs = Array.from({ length: 400 }, (_, seed) => {
    const slope = estimateGradient(g, { shots: 100, seed })({ theta: [2.4] }).value.theta[0];
    return [slope - -Math.sin(2.4), estimate(g, { shots: 50, seed })({ theta: [2.4] }).value - Math.cos(2.4)];
  });
  const product = (j: number, k: number) => pairs.reduce((total, pair) => total + pair[j] * pair[k], 0);
  expect(Math.abs(product(0, 1) / Math.sqrt(product(0, 0) * product(1, 1)))).toBeLessThan(4 / Math.sqrt(400));
});
