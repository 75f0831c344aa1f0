import {
  angleEncoding,
  bind,
  circuit,
  crx,
  cx,
  expectation,
  features,
  h,
  ry,
  rzz,
  scaled,
  sum,
  times,
  vector,
  X,
  Z,
} from '@hqnn/circuits';
import { metered, reference } from '@hqnn/sim';
import { randomRun } from '@hqnn/sim/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import { adjoint, finiteDifference, gradient, METHODS, methodNamed, parameterShift, spsa } from '../src/index.ts';
import { methodContract } from '../src/testing.ts';

/** How far gradients may be from the exact ones, by methods that are exact and by differences. */
const TOLERANCES = {
  single: { exact: 5e-6, approximate: 1e-3 },
  double: { exact: 1e-10, approximate: 1e-7 },
};

describe.each(SIMULATORS)('on $name', ({ simulator }) => {
  const { exact, approximate } = TOLERANCES[simulator.precision];
  const methods = [
    { method: parameterShift, tolerance: exact },
    { method: adjoint, tolerance: exact },
    { method: finiteDifference, tolerance: approximate },
  ];
  const laws = methods.flatMap(({ method, tolerance }) =>
    methodContract(method, { tolerance, simulator }).map((law) => ({ ...law, name: method.name })),
  );
  test.each(laws)('$name: $title', ({ check }) => check());

  test('every two methods agree on any random circuit, with shared weights, controls, scaled angles and products', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 24 }), (seed, length) => {
        const { program, features, weights, cotangents } = randomRun(seed, { length });
        const { initial: _, ...plain } = program;
        const expected = reference().pullBack(plain, features, weights, cotangents);
        const found = methods.map(({ method }) =>
          method.pullBack(simulator, plain, features, weights, cotangents, { features: true }),
        );
        for (const [k, { tolerance }] of methods.entries())
          for (const other of [expected, ...found.slice(0, k)]) {
            expect(distance(found[k].weights, other.weights)).toBeLessThan(tolerance);
            expect(distance(found[k].features, other.features)).toBeLessThan(tolerance);
          }
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});

const distance = (one: Float64Array, other: Float64Array) =>
  one.reduce(
    (worst, value, k) => Math.max(worst, Math.abs(value - other[k])),
    one.length === other.length ? 0 : Infinity,
  );

describe('gradient', () => {
  const theta = vector('theta', 3);
  const u = circuit(2, h(0), ry(theta[0], 1), crx(theta[1], 0, 1), rzz(times(2, theta[2]), 0, 1), ry(theta[0], 0));
  const f = expectation(u, sum(Z(0), scaled(0.5, X(1))));
  const at = { theta: [0.1, 0.2, 0.3] };

  test.each([parameterShift, adjoint, finiteDifference])('$name gives one array for each vector', (method) => {
    const { theta: slopes } = gradient(f, { method })(at);
    const expected = gradient(f, { method: adjoint })(at).theta;
    expect(distance(slopes, expected)).toBeLessThan(TOLERANCES.double.approximate);
    expect(Object.keys(gradient(f, { method })(at))).toEqual(['theta']);
  });

  test('x holds the slopes in the features, and is left out when it is not wanted', () => {
    const encoded = expectation(circuit(2, angleEncoding(features(2)), cx(0, 1)), Z(1));
    const { x } = gradient(encoded)({ x: [0.1, 0.2] });
    expect(x[0]).toBeCloseTo(-Math.sin(0.1) * Math.cos(0.2), 14);
    expect(x[1]).toBeCloseTo(-Math.cos(0.1) * Math.sin(0.2), 14);
    expect(gradient(encoded, { features: false })({ x: [0.1, 0.2] })).toEqual({});
  });

  test('a function with several expectation values has a remedy instead of a gradient', () => {
    expect(() => gradient(expectation(u, [Z(0), Z(1)]) as never)).toThrow(
      'is of one expectation value, but the function has 2',
    );
  });

  test('an amplitude has no shift rule, and that is said rather than answered with zeros', () => {
    const { program, features, weights, cotangents } = randomRun(3);
    const asked = () =>
      parameterShift.pullBack(reference(), program, features, weights, cotangents, { features: true });
    expect(asked).toThrow('Parameter shift has no rule for amplitudes.');
  });

  test('the number of circuits is two for an angle, four under a control', () => {
    const simulator = metered(reference());
    const { features, weights } = bind(f, at);
    parameterShift.pullBack(simulator, f.program, features, weights, [1], { features: false });
    expect(simulator.executions()).toBe(2 + 4 + 2 + 2);
  });
});

test('a method that does not exist is refused with those that do', () => {
  expect(() => methodNamed('backprop')).toThrow(
    'There is no gradient method backprop. There are parameter-shift, adjoint, finite-difference, spsa, parameter-shift-batch.',
  );
  expect(() => methodNamed('toString')).toThrow('There is no gradient method toString.');
});

test('a method is made again from its name and its options, and refuses others', () => {
  for (const name of Object.keys(METHODS)) {
    const method = methodNamed(name);
    expect(method.name).toBe(name);
    expect(methodNamed(name, method.options).options).toEqual(method.options);
  }
  const { name, options } = spsa({ step: 0.3, repeats: 2, seed: 5 });
  expect(methodNamed(name, options).options).toEqual({ step: 0.3, repeats: 2, seed: 5 });
  expect(() => methodNamed('adjoint', { step: 1 })).toThrow('adjoint was given step. It takes no options.');
  expect(() => methodNamed('spsa', { steps: 1 })).toThrow('spsa was given steps. It takes step, repeats, seed.');
});

test('finite differences of estimates are refused, with what is there instead', () => {
  const estimating = { ...reference(), estimates: true } as const;
  const f = expectation(circuit(1, ry(vector('theta', 1)[0], 0)), X(0), { simulator: estimating });
  expect(() => gradient(f, { method: finiteDifference })({ theta: [1] })).toThrow('Of estimates take parameterShift');
});
