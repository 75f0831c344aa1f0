import { expect, test } from 'vitest';
import { logHaarMasses } from './haar-fidelity.ts';

test.each([1, 2, 3, 6])('the masses on %i qubits are integrals of (N − 1)(1 − F)^(N−2)', (qubits) => {
  const power = 2 ** qubits - 2;
  const steps = 4000;
  const density = (fidelity: number) => (power + 1) * (1 - fidelity) ** power;
  logHaarMasses(qubits, 10).forEach((logMass, bin) => {
    // Simpson's rule.
    const points = Array.from({ length: steps + 1 }, (_, k) => (bin + k / steps) / 10);
    const weight = (k: number) => (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2);
    const sum = points.reduce((total, point, k) => total + weight(k) * density(point), 0) / (3 * steps * 10);
    expect(Math.exp(logMass)).toBeCloseTo(sum, 10);
  });
});

test('masses too small for a number have their logarithm', () => {
  const masses = logHaarMasses(12, 75);
  expect(masses.every(Number.isFinite)).toBe(true);
  expect(masses[74]).toBeCloseTo(4095 * Math.log(1 / 75), 6);
  expect(Math.exp(masses[74])).toBe(0);
  expect(masses.reduce((sum, mass) => sum + Math.exp(mass), 0)).toBeCloseTo(1, 12);
});
