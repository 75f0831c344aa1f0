import { angleEncoding, circuit, crx, cx, expectation, features, ry, sum, times, vector, X, Z } from '@hqnn/circuits';
import { metered, reference } from '@hqnn/sim';
import { expect, test } from 'vitest';
import { adjoint } from './adjoint.ts';
import { gradient } from './gradient.ts';
import type { GradientMethod } from './method.ts';
import { parameterShiftBatch } from './parameter-shift-batch.ts';
import { spsa } from './spsa.ts';

const theta = vector('theta', 4);
const x = features(2);
const u = circuit(
  2,
  angleEncoding(x),
  ry(theta[0], 0),
  crx(theta[1], 0, 1),
  ry(times(theta[2], x[0]), 1),
  cx(0, 1),
  ry(theta[3], 0),
  ry(theta[0], 1),
);
const f = expectation(u, sum(Z(0), X(1)));
const at = { x: [0.3, -0.9], theta: [0.5, -0.2, 1.1, 0.8] };
const exact = gradient(f, { method: adjoint })(at);

/** The mean of many gradients, and its standard error, entry by entry. */
function mean(method: GradientMethod, calls: number, name: string) {
  const df = gradient(f, { method });
  const drawn = Array.from({ length: calls }, () => df(at)[name]);
  return Array.from(exact[name], (_, k) => {
    const values = drawn.map((slopes) => slopes[k]);
    const average = values.reduce((sum, value) => sum + value, 0) / calls;
    const scatter = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (calls - 1);
    return { average, error: Math.sqrt(scatter / calls) };
  });
}

const estimators = [
  { method: spsa({ step: 1e-3, seed: 1 }), bias: 1e-5 },
  { method: spsa({ step: 1e-3, repeats: 4, seed: 2 }), bias: 1e-5 },
  { method: parameterShiftBatch({ seed: 3 }), bias: 1e-12 },
  { method: parameterShiftBatch({ share: 0.1, seed: 4 }), bias: 1e-12 },
  { method: parameterShiftBatch({ share: 1, seed: 5 }), bias: 1e-12 },
];

test.each(estimators.flatMap((one) => ['theta', 'x'].map((name) => ({ ...one, name, of: one.method.name }))))(
  '$of $method.options: the mean of its gradients in $name is the gradient',
  ({ method, bias, name }) => {
    mean(method, 4000, name).forEach(({ average, error }, k) => {
      expect(Math.abs(average - exact[name][k])).toBeLessThan(4 * error + bias);
    });
  },
);

test('its bias falls as the square of the step', () => {
  // By all directions at once instead of random ones, as the mean over signs is: f(θ ± cΔ) of one weight alone.
  const one = expectation(circuit(1, ry(vector('theta', 1)[0], 0)), Z(0));
  const slope = (step: number) => gradient(one, { method: spsa({ step }) })({ theta: [0.7] }).theta[0];
  // −sin(0.7)·sin(c)/c
  for (const step of [0.4, 0.2, 0.1]) expect(slope(step)).toBeCloseTo((-Math.sin(0.7) * Math.sin(step)) / step, 12);
});

test('a gradient takes two circuits, whatever the number of weights and features', () => {
  const simulator = metered(reference());
  gradient(expectation(u, Z(0), { simulator }), { method: spsa() })(at);
  expect(simulator.executions()).toBe(2);
});

test('the same seed gives the same gradients in the same order, and each call another', () => {
  for (const make of [spsa, parameterShiftBatch]) {
    const [one, other] = [make({ seed: 7 }), make({ seed: 7 })].map((method) => gradient(f, { method }));
    const drawn = Array.from({ length: 8 }, () => one(at));
    for (const slopes of drawn) expect(other(at)).toEqual(slopes);
    expect(drawn.some((slopes) => slopes.theta.some((slope, k) => slope !== drawn[0].theta[k]))).toBe(true);
  }
});

test('a part of the weights is drawn, the rest is 0, and slopes in the features are exact', () => {
  const df = gradient(f, { method: parameterShiftBatch({ share: 0.5, seed: 9 }) });
  for (let call = 0; call < 20; call++) {
    const slopes = df(at);
    // θ₂ multiplies a feature, so it is told of with the features; two of the other three are drawn, half being one and a half.
    expect(slopes.theta.filter((slope) => slope === 0)).toHaveLength(1);
    expect(slopes.theta[2]).toBeCloseTo(exact.theta[2], 12);
    slopes.x.forEach((slope, k) => expect(slope).toBeCloseTo(exact.x[k], 12));
  }
});

test('options that cannot be are refused in words', () => {
  expect(() => spsa({ step: 0 })).toThrow('spsa was given the step 0. It is an angle above 0.');
  expect(() => spsa({ repeats: 0.5 })).toThrow('spsa was given the repeats 0.5. It is a whole number from 1.');
  expect(() => spsa({ seed: -1 })).toThrow('spsa was given the seed -1. It is a whole number from 0.');
  expect(() => parameterShiftBatch({ share: 0 })).toThrow(
    'parameterShiftBatch was given the share 0. It is a number above 0 and up to 1.',
  );
});
