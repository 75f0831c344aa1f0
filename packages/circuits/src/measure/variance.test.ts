import { reference, sampling } from '@hqnn/sim';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SIMULATORS } from '../../../../tooling/simulators.ts';
import { times, vector } from '../angle.ts';
import { hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import { circuit } from '../circuit.ts';
import { expectation } from '../expectation.ts';
import { constant, eachZ, pauli, scaled, sum, X, Y, Z } from '../observable.ts';
import { cx, h, ry, rz } from '../op.ts';
import { covariance } from './covariance.ts';
import { variance } from './variance.ts';

const [theta] = vector('theta', 1);

test.each(SIMULATORS)('on $name, Z on RY(θ)|0⟩ has the variance sin²θ, and X has cos²θ', ({ simulator, tolerance }) => {
  const f = variance(circuit(1, ry(theta, 0)), [Z(0), X(0), Y(0)], { simulator });
  for (const angle of [0, 0.3, 1.2, Math.PI / 2, 4]) {
    const [z, x, y] = f({ theta: [angle] });
    expect(Math.abs(z - Math.sin(angle) ** 2)).toBeLessThan(tolerance);
    expect(Math.abs(x - Math.cos(angle) ** 2)).toBeLessThan(tolerance);
    expect(Math.abs(y - 1)).toBeLessThan(tolerance);
  }
});

test.each(SIMULATORS)('on $name, Z₀ and Z₁ of a Bell pair have the covariance 1', ({ simulator, tolerance }) => {
  const matrix = covariance(circuit(2, h(0), cx(0, 1)), [Z(0), Z(1), X(0)], { simulator })();
  [1, 1, 0, 1, 1, 0, 0, 0, 1].forEach((expected, k) => {
    expect(Math.abs(matrix[k] - expected)).toBeLessThan(tolerance);
  });
});

test.each(SIMULATORS)('on $name, a variance is not negative where rounding would have it so', ({ simulator }) => {
  // An eigenstate of 0.3·Z, turned there and back, so that ⟨O²⟩ and ⟨O⟩² are equal but for rounding.
  const u = circuit(1, ry(theta, 0), rz(theta, 0), rz(times(-1, theta), 0), ry(times(-1, theta), 0));
  const f = variance(u, scaled(0.3, Z(0)), { simulator });
  const means = expectation(u, f.program.observables, { simulator });
  const angles = Array.from({ length: 50 }, (_, k) => ({ theta: [0.1 * k] }));
  const rounded = angles.map(means).map(([mean, square]) => square - mean ** 2);
  expect(Math.min(...rounded)).toBeLessThan(0);
  expect(Math.min(...angles.map(f))).toBe(0);
});

test('on a simulator with shots, variances and covariances are not biased', () => {
  const seeds = [...Array(4000).keys()];
  const bell = circuit(2, h(0), cx(0, 1));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const drawn = seeds.map((seed) =>
    covariance(bell, [Z(0), Z(1)], { simulator: sampling(reference(), { shots: 2, seed }) })(),
  );
  // Each entry is 1, and at most 2 off.
  for (const k of [0, 1, 3])
    expect(Math.abs(mean(drawn.map((matrix) => matrix[k])) - 1)).toBeLessThan(4 * (2 / Math.sqrt(4000)));
});

test('a factor is squared, a constant changes nothing, and a sum has both variances and twice the covariance', () => {
  const u = hardwareEfficient(3, { layers: 2 });
  const [a, b] = [sum(pauli('XY', 0, 2), scaled(0.4, Z(1))), sum(pauli('ZZ', 0, 1), Y(2))];
  const f = variance(u, [a, scaled(-3, a), sum(a, constant(7)), sum(a, b)]);
  const matrix = covariance(u, [a, b]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 15, maxLength: 15 }), (numbers) => {
      const [one, tripled, moved, both] = f({ theta: numbers });
      const [varA, covAB, covBA, varB] = matrix({ theta: numbers });
      expect(covBA).toBe(covAB);
      expect(varA).toBeCloseTo(one, 12);
      expect(tripled).toBeCloseTo(9 * one, 11);
      expect(moved).toBeCloseTo(one, 11);
      expect(both).toBeCloseTo(varA + varB + 2 * covAB, 11);
      expect(covAB ** 2).toBeLessThanOrEqual(varA * varB + 1e-12);
    }),
    { seed: 6, numRuns: 30 },
  );
});

test('a function of one observable gives a number, of a list an array, and of none an error', () => {
  const u = circuit(1, h(0));
  expect(variance(u, Z(0))()).toBeCloseTo(1, 12);
  expect([...variance(u, [Z(0)])()].map((value) => value.toFixed(6))).toEqual(['1.000000']);
  expect(() => variance(u, [])).toThrow('variance was given no observables. It takes one or more, such as Z(0).');
  expect(() => covariance(u, [])).toThrow('covariance was given no observables.');
  expect(() => covariance(u, [eachZ(1) as never])).toThrow('covariance was given a list as observable 0.');
});
