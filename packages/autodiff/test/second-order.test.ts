import {
  amplitudeEncoding,
  circuit,
  compile,
  crx,
  cx,
  type Expectation,
  expectation,
  features,
  h,
  type Params,
  p,
  pauli,
  ry,
  rz,
  rzz,
  scaled,
  sum,
  times,
  variance,
  vector,
  X,
  Z,
} from '@hqnn/circuits';
import { metered, reference } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import { paramsFor, randomCircuit } from '../../circuits/test/random-circuit.ts';
import { adjoint, expansion, gradient, hessian, jacobian, METHODS, methodNamed, parameterShift } from '../src/index.ts';

/** Two exact methods on numbers of 64 bits. */
const EXACT = 1e-10;
/** Differences of exact gradients: the error of a central difference with this step. */
const [STEP, APPROXIMATE] = [1e-5, 1e-8];

const theta = vector('theta', 3);
const phi = vector('phi', 2);
const x = features(2);
/** A shared weight, a control, a phase, a scaled angle, products of a weight and a feature. */
const u = circuit(
  2,
  h(0),
  ry(theta[0], 1),
  crx(theta[1], 0, 1),
  p(times(phi[0], x[0]), 0),
  rzz(times(2, theta[2]), 0, 1),
  ry(times(phi[1], x[1]), 1),
  ry(theta[0], 0),
  rz(x[0], 1),
  cx(0, 1),
);
const observable = sum(Z(0), scaled(0.5, pauli('XY', 0, 1)));
const at = { x: [0.7, -0.4], theta: [0.1, 0.9, -0.3], phi: [1.3, 0.6] };
const names = ['theta', 'phi', 'x'];

/** ∂²f by central differences of exact gradients, laid out as the Hessian is. */
function differences(f: Expectation<number>, params: Params) {
  const slopes = gradient(f, { method: adjoint });
  const vectors = Object.keys(params);
  const moved = (name: string, k: number, by: number) =>
    slopes({ ...params, [name]: Float64Array.from(params[name], (value, j) => (j === k ? value + by : value)) });
  return Object.fromEntries(
    vectors.map((row) => {
      const rows = Array.from(params[row], (_, k) => [moved(row, k, STEP), moved(row, k, -STEP)]);
      const block = (column: string) =>
        rows.map(([above, below]) => above[column].map((value, j) => (value - below[column][j]) / (2 * STEP)));
      return [row, Object.fromEntries(vectors.map((column) => [column, block(column)]))];
    }),
  );
}

const distance = (one: readonly Float64Array[], other: readonly Float64Array[]) => {
  expect(one.map(({ length }) => length)).toEqual(other.map(({ length }) => length));
  return Math.max(0, ...one.flatMap((row, j) => [...row].map((value, k) => Math.abs(value - other[j][k]))));
};

describe('hessian', () => {
  const f = expectation(u, observable, { simulator: reference() });

  test('it is the difference of gradients, in weights and features and between them, by either way', () => {
    const expected = differences(f, at);
    const [shifts, sweeps] = [hessian(f)(at), hessian(f, { method: adjoint })(at)];
    for (const a of names)
      for (const b of names) {
        expect(distance(shifts[a][b], expected[a][b])).toBeLessThan(APPROXIMATE);
        expect(distance(shifts[a][b], sweeps[a][b])).toBeLessThan(EXACT);
      }
  });

  test('it is so on random circuits', () => {
    let compared = 0;
    for (let seed = 0; seed < 40; seed++) {
      const one = randomCircuit(seed, { qubits: 3, ops: 8, controls: 1, variable: true });
      const compiled = compile(one);
      const g = expectation(one, sum(Z(0), pauli('XY', 1, 2)));
      const params = paramsFor(compiled);
      const [shifts, sweeps, expected] = [
        hessian(g)(params),
        hessian(g, { method: adjoint })(params),
        differences(g, params),
      ];
      expect(Object.keys(shifts).sort()).toEqual(Object.keys(params).sort());
      for (const a of Object.keys(params))
        for (const b of Object.keys(params)) {
          expect(distance(shifts[a][b], sweeps[a][b])).toBeLessThan(EXACT);
          expect(distance(shifts[a][b], expected[a][b])).toBeLessThan(APPROXIMATE);
          compared++;
        }
    }
    expect(compared).toBeGreaterThan(40);
  });

  test('without the features it is the block of the weights', () => {
    const [all, weights] = [hessian(f)(at), hessian(f, { features: false })(at)];
    expect(Object.keys(weights)).toEqual(['theta', 'phi']);
    expect(distance(weights.theta.phi, all.theta.phi)).toBeLessThan(EXACT);
  });

  test('it executes the circuits that it says: 1 + P + 2P(P − 1) for P two-term angles, or 2P sweeps', () => {
    const layer = circuit(2, ry(theta[0], 0), ry(theta[1], 1), cx(0, 1), ry(theta[2], 0));
    const simulator = metered(reference());
    const g = expectation(layer, Z(0), { simulator });
    const [shifts, sweeps] = [hessian(g), hessian(g, { method: adjoint })];
    expect([shifts.executions, sweeps.executions]).toEqual([1 + 3 + 12, 6]);
    shifts({ theta: [1, 2, 3] });
    expect(simulator.executions()).toBe(16);
    sweeps({ theta: [1, 2, 3] });
    expect(simulator.executions()).toBe(16 + 6);
    expect([shifts.method, sweeps.method]).toEqual(['parameter-shift', 'adjoint']);
  });

  test('it counts right with controls, products and features, too', () => {
    const simulator = metered(reference());
    const g = expectation(u, observable, { simulator });
    for (const second of [
      hessian(g),
      hessian(g, { method: adjoint }),
      hessian(g, { method: parameterShift }),
      expansion(g),
    ]) {
      const before = simulator.executions();
      second(at);
      expect(simulator.executions() - before).toBe(second.executions);
    }
  });
});

describe('expansion', () => {
  const f = expectation(u, observable);

  test('it is the value, the gradient and the Hessian', () => {
    const { value, gradient: slopes, hessian: second } = expansion(f)(at);
    expect(Math.abs(value - f(at))).toBeLessThan(EXACT);
    const expected = gradient(f, { method: adjoint })(at);
    const blocks = hessian(f, { method: adjoint })(at);
    for (const a of names) {
      expect(distance([slopes[a]], [expected[a]])).toBeLessThan(EXACT);
      for (const b of names) expect(distance(second[a][b], blocks[a][b])).toBeLessThan(EXACT);
    }
  });

  test('its diagonal takes no circuits besides those of the value and the gradient', () => {
    const one = expectation(circuit(1, ry(theta[0], 0)), Z(0));
    expect(expansion(one).executions).toBe(3);
    expect(gradient(one).executions + hessian(one).executions).toBe(2 + 2);
    const { value, gradient: slopes, hessian: second } = expansion(one)({ theta: [0.4] });
    expect(value).toBeCloseTo(Math.cos(0.4), 14);
    expect(slopes.theta[0]).toBeCloseTo(-Math.sin(0.4), 14);
    expect(second.theta.theta[0][0]).toBeCloseTo(-Math.cos(0.4), 14);
  });
});

describe('what has no second derivative is refused in words:', () => {
  test('amplitudes', () => {
    const f = expectation(circuit(2, amplitudeEncoding(4), ry(theta[0], 0)), Z(0));
    expect(() => hessian(f)).toThrow('has no rule for amplitudes');
    expect(() => hessian(f, { method: adjoint })).toThrow('has no rule for amplitudes');
    expect(hessian(f, { features: false })({ x: [1, 2, 3, 4], theta: [0.3] }).theta.theta[0]).toHaveLength(1);
  });

  test('several expectation values, and variances', () => {
    expect(() => hessian(expectation(u, [Z(0), Z(1)]) as never)).toThrow('hessian is of one expectation value');
    expect(() => expansion(variance(u, Z(0)) as never)).toThrow('expansion is of an expectation value');
  });
});

describe('jacobian', () => {
  const f = expectation(u, [Z(0), X(1), pauli('YZ', 0, 1)]);

  test.each(['parameter-shift', 'adjoint', 'finite-difference'])('%s: its rows are the gradients', (name) => {
    const method = methodNamed(name);
    const rows = jacobian(f, { method })(at);
    f.program.observables.forEach((one, k) => {
      const expected = gradient(expectation(u, one), { method: adjoint })(at);
      for (const a of names)
        expect(distance([rows[a][k]], [expected[a]])).toBeLessThan(name === 'finite-difference' ? 1e-7 : EXACT);
    });
  });

  test('by parameter shift it costs what the gradient of one costs; a sweep is made for each', () => {
    const simulator = metered(reference());
    const several = expectation(u, [Z(0), X(1), pauli('YZ', 0, 1)], { simulator });
    const one = expectation(u, Z(0));
    expect(jacobian(several).executions).toBe(gradient(one).executions);
    jacobian(several)(at);
    expect(simulator.executions()).toBe(gradient(one).executions);
    expect(jacobian(several, { method: adjoint }).executions).toBe(3);
    jacobian(several, { method: adjoint })(at);
    expect(simulator.executions()).toBe(gradient(one).executions + 3);
  });

  test('of one expectation value it has one row', () => {
    expect(jacobian(expectation(u, Z(0)), { features: false })(at).theta).toHaveLength(1);
  });
});

test('every method tells what a gradient costs', () => {
  const simulator = metered(reference());
  const f = expectation(u, observable, { simulator });
  for (const name of Object.keys(METHODS))
    for (const wanted of [true, false]) {
      const before = simulator.executions();
      const slopes = gradient(f, { method: methodNamed(name), features: wanted });
      const calls = 400;
      for (let k = 0; k < calls; k++) slopes(at);
      const mean = (simulator.executions() - before) / calls;
      expect(slopes.method).toBe(name);
      // The batch's count differs from call to call by two or so.
      expect(Math.abs(mean - slopes.executions)).toBeLessThanOrEqual(name === 'parameter-shift-batch' ? 0.2 : 0);
    }
});
