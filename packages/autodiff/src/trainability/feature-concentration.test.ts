import {
  angleEncoding,
  circuit,
  eachZ,
  estimate,
  expectation,
  features,
  hardwareEfficient,
  product,
  ry,
  variance,
  X,
  Z,
} from '@hqnn/circuits';
import { reference } from '@hqnn/sim';
import { expect, test } from 'vitest';
import { featureConcentration } from './feature-concentration.ts';
import { varianceOf } from './moments.ts';

const angles = [0.1, 0.9, 1.7, 2.4, 3];
const rows = angles.map((angle) => [angle]);
const turned = circuit(1, ry(features(1)[0], 0));

test('⟨Z⟩ of RY(x) is cos x, and a shot of it has the variance sin² x', () => {
  const [z, x] = featureConcentration(expectation(turned, [Z(0), X(0)]), rows, { shots: 400 });
  expect(z.observable).toBe('Z₀');
  expect(z.variance).toBeCloseTo(varianceOf(angles.map(Math.cos)), 12);
  const scatter = angles.reduce((sum, angle) => sum + Math.sin(angle) ** 2, 0) / 5;
  expect(z.noise).toBeCloseTo(Math.sqrt(scatter / 400), 12);
  expect(z.ratio).toBeCloseTo(z.spread / z.noise, 12);
  expect(x.variance).toBeCloseTo(varianceOf(angles.map(Math.sin)), 12);
});

test('with the resolving shots the noise is no more than the spread, and with one less it is', () => {
  const [{ resolving }] = featureConcentration(expectation(turned, [Z(0)]), [[1.5], [1.55], [1.6]]);
  expect(resolving).toBeGreaterThan(100);
  const ratio = (shots: number) =>
    featureConcentration(expectation(turned, [Z(0)]), [[1.5], [1.55], [1.6]], { shots })[0].ratio;
  expect(ratio(resolving ?? 0)).toBeGreaterThanOrEqual(1);
  expect(ratio((resolving ?? 0) - 1)).toBeLessThan(1);
});

test('the noise is that of estimates from shots', () => {
  const f = expectation(turned, Z(0));
  const row = [0.8];
  const estimates = Array.from({ length: 600 }, (_, seed) => estimate(f, { shots: 50, seed })({ x: row }).value);
  const [{ noise }] = featureConcentration(f, [row, row], { shots: 50 });
  expect(Math.sqrt(varianceOf(estimates)) / noise).toBeCloseTo(1, 1);
});

test('at given weights it is what expectation and variance give', () => {
  const u = circuit(2, angleEncoding(features(2)), hardwareEfficient(2));
  const two = [
    [0.1, 0.5],
    [1, -0.4],
    [0.3, 2],
  ];
  const params = { theta: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] };
  const observable = product(Z(0), X(1));
  const [found] = featureConcentration(expectation(u, observable), two, { params, shots: 10 });
  const means = two.map((x) => expectation(u, observable)({ ...params, x }));
  const scatter = two.map((x) => variance(u, observable)({ ...params, x }));
  expect(found.variance).toBeCloseTo(varianceOf(means), 12);
  expect(found.noise).toBeCloseTo(Math.sqrt(scatter.reduce((sum, v) => sum + v, 0) / 30), 12);
  expect(found.error).toBeNull();
});

test('deep random circuits concentrate with the qubits', () => {
  const spreadOf = (n: number) => {
    const data = Array.from({ length: 20 }, (_, r) => Array.from({ length: n }, (_, k) => Math.sin(7 * r + 3 * k) * 2));
    const u = circuit(n, angleEncoding(features(n)), hardwareEfficient(n, { layers: 8 }));
    const [found] = featureConcentration(expectation(u, eachZ(n)), data, { samples: 20 });
    expect(found.error).toBeGreaterThan(0);
    return found;
  };
  const [few, many] = [2, 6].map(spreadOf);
  expect(many.variance).toBeLessThan(few.variance / 4);
  expect(many.resolving).toBeGreaterThan(4 * (few.resolving ?? Number.NaN));
});

test('a feature that no row moves is resolved by no number of shots, and one without noise has no ratio', () => {
  const still = circuit(2, ry(features(1)[0], 0));
  const [moved, fixed] = featureConcentration(expectation(still, [Z(0), Z(1)]), rows);
  expect(moved.resolving).toBeGreaterThan(0);
  expect(fixed).toMatchObject({ spread: 0, noise: 0, ratio: null, resolving: null });
  expect(JSON.parse(JSON.stringify(fixed))).toEqual(fixed);
});

test('what has no spread is refused', () => {
  const f = expectation(turned, Z(0));
  expect(() => featureConcentration(f, [[1]])).toThrow(
    'featureConcentration was given 1 rows of 1 features. A spread is over two rows or more of what the circuit depends on.',
  );
  expect(() => featureConcentration(f, [[1], [1, 2]])).toThrow(
    'featureConcentration was given 2 features in row 1, but the circuit depends on 1. Rows are a list of lists.',
  );
  expect(() => featureConcentration(f, rows, { params: { x: [1] } })).toThrow('was given x among its params');
  expect(() => featureConcentration(f, rows, { shots: 0 })).toThrow('featureConcentration was given the shots 0.');
  expect(() => featureConcentration(f, rows, { layers: 2 } as object)).toThrow(
    'featureConcentration was given layers.',
  );
  expect(() => featureConcentration(variance(turned, Z(0)) as never, rows)).toThrow('variance or a covariance');
  const noisy = expectation(turned, Z(0), { simulator: { ...reference(), estimates: true } });
  expect(() => featureConcentration(noisy, rows)).toThrow('whose values are estimates');
});
