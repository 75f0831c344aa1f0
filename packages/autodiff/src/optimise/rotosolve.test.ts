import {
  amplitudeEncoding,
  circuit,
  compile,
  crx,
  expectation,
  features,
  h,
  pauli,
  product,
  rx,
  ry,
  rz,
  scaled,
  sum,
  times,
  variance,
  vector,
  X,
  Z,
} from '@hqnn/circuits';
import { depolarizing, metered, noisy, reference } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../../tooling/simulators.ts';
import { paramsFor, randomCircuit } from '../../../circuits/test/random-circuit.ts';
import { rotosolve } from './rotosolve.ts';
import { rotosolveSweep } from './rotosolve-sweep.ts';

const energy = sum(Z(0), scaled(0.7, pauli('XY', 1, 2)), scaled(-0.4, X(2)), scaled(0.3, pauli('ZZ', 0, 1)));

const theta = vector('theta', 3);

/** Random circuits with controls, phases, shared weights, products and scaled angles, that have weights. */
const cases = [...Array(40).keys()]
  .map((seed) => randomCircuit(seed, { qubits: 3, ops: 12, controls: 1, variable: true }))
  .map((one) => ({ one, compiled: compile(one) }))
  .filter(({ compiled }) => compiled.program.weights > 0)
  .map(({ one, compiled }) => ({ one, vectors: compiled.vectors, params: paramsFor(compiled) }));

test('there are random circuits with weights', () => {
  expect(cases.length).toBeGreaterThan(20);
});

describe.each(SIMULATORS)('on $name', ({ simulator, tolerance }) => {
  test('a sweep never raises an expectation value, and most lower it', () => {
    let fell = 0;
    for (const { one, params } of cases) {
      const f = expectation(one, energy, { simulator });
      const sweep = rotosolve(f);
      let at = params;
      for (let k = 0; k < 3; k++) {
        const next = sweep(at);
        expect(f(next)).toBeLessThanOrEqual(f(at) + 20 * tolerance);
        at = next as typeof params;
      }
      if (f(at) < f(params) - 0.01) fell++;
    }
    expect(fell).toBeGreaterThan(20);
  });
});

test('the last weight that turns something has nothing lower along it', () => {
  for (const { one, vectors, params } of cases) {
    const f = expectation(one, energy, { simulator: reference() });
    const at = rotosolve(f)(params);
    const { name, length } = vectors[vectors.length - 1];
    const least = f(at);
    for (let t = -4; t <= 4; t += 0.02) {
      const own = Float64Array.from(at[name]);
      own[length - 1] += t;
      expect(least).toBeLessThan(f({ ...at, [name]: own }) + 1e-10);
    }
  }
});

test('one weight of one frequency goes to −π/2 − atan2(2f(0) − f(π/2) − f(−π/2), f(π/2) − f(−π/2)) from where it is', () => {
  const f = expectation(circuit(1, ry(0.4, 0), rz(vector('theta', 1)[0], 0), ry(1.1, 0)), sum(X(0), scaled(2, Z(0))));
  for (const theta of [-2, 0.3, 5]) {
    const [zero, above, below] = [0, Math.PI / 2, -Math.PI / 2].map((t) => f({ theta: [theta + t] }));
    const shift = -Math.PI / 2 - Math.atan2(2 * zero - above - below, above - below);
    const turns = (rotosolve(f)({ theta: [theta] }).theta[0] - theta - shift) / (2 * Math.PI);
    expect(Math.abs(turns - Math.round(turns))).toBeLessThan(1e-12);
  }
});

test('frequencies with a common period are searched over all of it', () => {
  // 0.15, 0.85, 1 and 1.15 have the period 40π.
  const u = circuit(2, ry(times(0.15, theta[0]), 0), rz(0.4, 0), ry(theta[0], 1), crx(1, 0, 1));
  const f = expectation(u, sum(Z(1), scaled(0.8, X(0)), scaled(0.5, pauli('ZX', 0, 1))), { simulator: reference() });
  for (const start of [0.3, 20, -35]) {
    const least = f(rotosolve(f)({ theta: [start] }));
    for (let t = 0; t < 40 * Math.PI; t += 0.02) expect(least).toBeLessThan(f({ theta: [t] }) + 1e-10);
  }
});

test('within a window it goes to the lower end, unless the lowest place is nearer', () => {
  const f = expectation(circuit(1, ry(theta[0], 0)), Z(0), { simulator: reference() });
  for (const [start, end] of [
    [0.5, 0.7],
    [-0.5, -0.7],
    [3, Math.PI],
  ])
    expect(rotosolve(f, { window: 0.2 })({ theta: [start] }).theta[0]).toBeCloseTo(end, 12);
});

test('each sweep executes at most the circuits that it says, and those where no features decide, of estimates too', () => {
  const noise = { single: [depolarizing(0.02)], multi: [depolarizing(0.02)], trajectories: 3 };
  for (const { one, params } of cases)
    for (const inner of [reference(), noisy(reference(), noise)]) {
      const simulator = metered(inner);
      const sweep = rotosolve(expectation(one, energy, { simulator }));
      sweep(params);
      if (compile(one).program.features === 0) expect(simulator.executions()).toBe(sweep.executions);
      else expect(simulator.executions()).toBeLessThanOrEqual(sweep.executions);
    }
});

test('features that make all frequencies multiples of one take the circuits that are told, and fewer in a window', () => {
  const x = features(3);
  const [own] = vector('theta', 1);
  const simulator = metered(reference());
  const u = circuit(1, ry(0.3, 0), rz(times(own, x[0]), 0), ry(times(own, x[1]), 0), rx(times(own, x[2]), 0));
  const f = expectation(u, sum(Z(0), scaled(0.6, X(0))), { simulator });
  const executed = (sweep: ReturnType<typeof rotosolve>) => {
    const before = simulator.executions();
    sweep({ x: [1, 3, 9], theta: [0.4] });
    return simulator.executions() - before;
  };
  const [all, near] = [rotosolve(f), rotosolve(f, { window: 0.5 })];
  expect([all.executions, executed(all)]).toEqual([27, 27]);
  expect(near.executions).toBe(27);
  expect(executed(near)).toBeLessThan(20);
});

const at = { x: [0.1, -0.4, 0.3, 0.8, 1.7], theta: [0.5, 1.2, -0.3] };
const encoded = circuit(
  2,
  amplitudeEncoding(4),
  ry(theta[0], 0),
  crx(theta[1], 0, 1),
  rz(times(theta[2], features(5)[4]), 1),
  h(1),
);

test('features, amplitudes and all, are given back as they were, so that sweeps follow one another', () => {
  const f = expectation(encoded, sum(Z(0), Z(1)), { simulator: reference() });
  const sweep = rotosolve(f);
  const [once, twice] = [sweep(at), sweep(sweep(at))];
  expect(Array.from(once.x)).toEqual(at.x);
  expect(f(once)).toBeLessThan(f(at) - 0.1);
  expect(f(twice)).toBeLessThanOrEqual(f(once) + 1e-12);
  // 2 of one frequency, 4 under the control, 2 of the product, and 1 where it starts.
  expect([sweep.method, sweep.executions]).toEqual(['rotosolve', 9]);
});

test('a weight along which there is nothing but rounding stays', () => {
  const f = expectation(circuit(1, ry(Math.PI / 2, 0), rx(theta[0], 0)), Z(0), { simulator: reference() });
  expect(rotosolve(f)({ theta: [0.3] }).theta[0]).toBe(0.3);
});

test('a product with a feature that is 0 stays', () => {
  const f = expectation(encoded, sum(Z(0), Z(1)), { simulator: reference() });
  expect(rotosolve(f)({ ...at, x: at.x.with(4, 0) }).theta[2]).toBe(-0.3);
});

test('rotosolveSweep lowers a variance as the refusal of one says', () => {
  const observable = sum(X(0), scaled(2, Z(0)));
  const u = circuit(1, ry(theta[0], 0));
  const { program } = expectation(u, [product(observable, observable), observable]);
  const found = rotosolveSweep(reference(), program, [], [0.3], ([square, mean]) => square - mean ** 2);
  expect(found.loss).toBeLessThan(1e-12);
  expect(variance(u, observable, { simulator: reference() })({ theta: [...found.weights] })).toBeLessThan(1e-12);
});

test('what cannot be is refused in words', () => {
  expect(() => rotosolve(variance(encoded, Z(0)) as never)).toThrow(
    'rotosolve is of an expectation value, but was given a variance or a covariance. Give rotosolveSweep the program of expectation(circuit, [product(O, O), O]) and a loss such as ([square, mean]) => square - mean ** 2.',
  );
  expect(() => rotosolve(expectation(encoded, [Z(0), Z(1)]) as never)).toThrow('rotosolveSweep takes several');
  const f = expectation(encoded, Z(0));
  expect(() => rotosolve(f, { rate: 0.1 } as never)).toThrow('rotosolve was given rate. It takes most, window.');
  expect(() => rotosolve(f)({ ...at, theta: [1, 2] })).toThrow('3 numbers in theta, but was given 2');
  expect(() => rotosolve(f)({ ...at, theta: [1, Number.NaN, 2] })).toThrow('Weight 1 is NaN');
  const [own, x] = [vector('phi', 2), features(5)];
  const many = circuit(
    2,
    rz(own[0], 0),
    x.map((feature, k) => ry(times(own[1], feature), k % 2)),
  );
  expect(() => rotosolve(expectation(many, Z(0)))).toThrow(
    'Along phi[1], which turns 5 rotations, row 0 has more than 64',
  );
});
