import { readFileSync } from 'node:fs';
import {
  type Circuit,
  circuit,
  constant,
  crx,
  cry,
  cx,
  cz,
  expectation,
  gate,
  type Params,
  pauli,
  realAmplitudes,
  rotation,
  rx,
  rxx,
  ry,
  rz,
  scaled,
  sum,
  times,
  vector,
  X,
  x,
  Z,
} from '@hqnn/circuits';
import { type Observable, reference, uniform } from '@hqnn/sim';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { denseOf } from '../../circuits/test/dense-observable.ts';
import { dot } from '../src/dot.ts';
import { gradient, parameterShift, rotosolve } from '../src/index.ts';
import { basis, interpolation } from '../src/optimise/interpolation.ts';

const wires = [0, 1, 2];

describe('as PennyLane has it', () => {
  /** It rounds frequencies to 8 digits, and the place of a minimum has half as many digits as its value, in both. */
  const [PLACE, VALUE] = [1e-6, 1e-7];

  interface Case {
    readonly name: string;
    readonly theta: readonly number[];
    readonly frequencies: readonly (readonly number[])[];
    readonly sweeps: readonly { before: number; along: readonly number[]; theta: readonly number[] }[];
    readonly curve: readonly { theta0: number; value: number }[];
  }

  const given: readonly Case[] = JSON.parse(
    readFileSync(new URL('./rotosolve-pennylane.json', import.meta.url), 'utf8'),
  ).cases;

  const hamiltonian = sum(
    scaled(-1, sum(pauli('ZZ', 0, 1), pauli('ZZ', 1, 2))),
    scaled(-0.8, sum(...wires.map((q) => X(q)))),
    scaled(0.3, pauli('YZ', 0, 2)),
  );

  const CIRCUITS: Readonly<Record<string, (theta: ReturnType<typeof vector>) => Circuit>> = {
    'one frequency each': (theta) =>
      circuit(
        3,
        wires.map((q) => ry(theta[q], q)),
        [cx(0, 1), cx(1, 2)],
        wires.map((q) => rx(theta[3 + q], q)),
        cz(2, 0),
        wires.map((q) => ry(theta[6 + q], q)),
      ),
    'several frequencies': (theta) =>
      circuit(
        3,
        [ry(0.4, 0), ry(1.1, 1)],
        wires.map((q) => ry(theta[0], q)),
        crx(theta[1], 0, 1),
        rz(times(2, theta[2]), 1),
        cry(theta[3], 1, 2),
        rx(theta[2], 2),
        rxx(theta[1], 0, 2),
      ),
    'incommensurate frequencies': (theta) =>
      circuit(3, [ry(0.4, 0), ry(1.1, 1)], rx(theta[0], 0), cx(0, 1), rx(times(Math.SQRT2, theta[0]), 1)),
  };

  const placed = given.map((one) => {
    const u = CIRCUITS[one.name](vector('theta', one.theta.length));
    return { ...one, f: expectation(u, hamiltonian, { simulator: reference() }) };
  });

  test('there are its three circuits', () => {
    expect(given.map(({ name }) => name)).toEqual(Object.keys(CIRCUITS));
  });

  test.each(placed)('$name: sweeps lead where its own do', ({ f, theta, frequencies, sweeps }) => {
    // It searches half a turn of the slowest frequency to either side of 0, which matters where there is no period.
    const window = f.program.weights === 1 ? { window: Math.PI / frequencies[0][0] } : {};
    const sweep = rotosolve(f, window);
    let at: Params = { theta };
    for (const { before, along, theta: led } of sweeps) {
      expect(Math.abs(f(at) - before)).toBeLessThan(VALUE);
      at = sweep(at);
      expect(Math.abs(f(at) - along[along.length - 1])).toBeLessThan(VALUE);
      led.forEach((place, k) => {
        // A common period of all that have one.
        const turns = (at.theta[k] - place) / (4 * Math.PI);
        expect(4 * Math.PI * Math.abs(turns - Math.round(turns))).toBeLessThan(PLACE);
      });
    }
  });

  test.each(placed)('$name: as many circuits as its spectra ask for', ({ f, frequencies }) => {
    const own = frequencies.reduce((total, { length }) => total + 2 * length, 1);
    expect(rotosolve(f).executions).toBe(own);
  });

  test.each(placed)(
    '$name: the curve along a weight is the one it reconstructs',
    ({ f, theta, frequencies, curve }) => {
      const [own] = frequencies;
      const { nodes, coefficients } = interpolation(own, Math.PI / own[0]);
      const along = coefficients(nodes.map((node) => f({ theta: theta.with(0, theta[0] + node) })));
      for (const { theta0, value } of curve)
        expect(Math.abs(dot(basis(own, theta0 - theta[0]), along) - value)).toBeLessThan(VALUE);
    },
  );
});

/** The lowest eigenvalue of an observable with real entries. */
function groundEnergy(observable: Observable, qubits: number): number {
  const real = new Matrix(denseOf(observable, qubits).map((row) => row.map(([re]) => re)));
  return Math.min(...new EigenvalueDecomposition(real, { assumeSymmetric: true }).realEigenvalues);
}

describe('the ground energy', () => {
  /**
   * Molecular hydrogen at 0.75 Å on two qubits, and a circuit of one weight: O'Malley and others, Phys. Rev. X 6, 031007
   * (2016), table I.
   */
  const hydrogen = sum(
    constant(0.2252),
    scaled(0.3435, Z(0)),
    scaled(-0.4347, Z(1)),
    scaled(0.5716, pauli('ZZ', 0, 1)),
    scaled(0.091, sum(pauli('XX', 0, 1), pauli('YY', 0, 1))),
  );

  test('of hydrogen is found by one sweep of three circuits', () => {
    const [theta] = vector('theta', 1);
    const rxy = gate({ name: 'rxy', ...rotation('XY') });
    const f = expectation(circuit(2, x(0), rxy(theta, 0, 1)), hydrogen, { simulator: reference() });
    const sweep = rotosolve(f);
    expect(sweep.executions).toBe(3);
    expect(Math.abs(f(sweep({ theta: [0] })) - groundEnergy(hydrogen, 2))).toBeLessThan(1e-12);
    expect(groundEnergy(hydrogen, 2)).toBeCloseTo(-1.1457, 3);
  });

  /** −Σ ZZ − Σ X on a line of three qubits, at the critical field. */
  const ising = scaled(-1, sum(pauli('ZZ', 0, 1), pauli('ZZ', 1, 2), ...wires.map((q) => X(q))));
  const f = expectation(circuit(3, realAmplitudes(3, { layers: 2 })), ising, { simulator: reference() });
  const ground = groundEnergy(ising, 3);

  test.each([1, 2, 4])(
    'of a chain is near after ten sweeps from start %i, where as many circuits of gradients are far',
    (seed) => {
      const draw = uniform(seed, 0);
      const start = Float64Array.from({ length: 9 }, () => 2 * Math.PI * draw());
      const [sweep, slopes] = [rotosolve(f), gradient(f, { method: parameterShift })];
      let at: Params = { theta: start };
      for (let k = 0; k < 10; k++) at = sweep(at);
      let theta: Float64Array = start;
      for (let circuits = slopes.executions; circuits <= 10 * sweep.executions; circuits += slopes.executions) {
        const along = slopes({ theta }).theta;
        theta = theta.map((weight, k) => weight - 0.2 * along[k]);
      }
      expect(f(at) - ground).toBeLessThan(0.03);
      expect(f({ theta }) - ground).toBeGreaterThan(4 * (f(at) - ground));
      for (let k = 0; k < 40; k++) at = sweep(at);
      expect(f(at) - ground).toBeLessThan(1e-6);
    },
  );
});
