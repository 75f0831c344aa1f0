import { circuit, cx, expectation, outcomes, product, ry, variance, vector, Z } from '@hqnn/circuits';
import { expect, test } from 'vitest';
import { gradient } from './gradient.ts';

const theta = vector('theta', 2);
const u = circuit(2, ry(theta[0], 0), ry(theta[1], 1), cx(0, 1));
const at = { theta: [0.4, 1.1] };

test('a probability has a gradient, as any expectation value', () => {
  // p(1) of qubit 0 is sin²(θ₀/2), with the slope ½ sin θ₀.
  const [, one] = outcomes(0);
  const slopes = gradient(expectation(u, one))(at).theta;
  expect(slopes[0]).toBeCloseTo(Math.sin(0.4) / 2, 12);
  expect(slopes[1]).toBeCloseTo(0, 12);
});

test('a variance has a remedy instead of a gradient, and the remedy is right', () => {
  const f = variance(u, Z(1));
  expect(() => gradient(f as never)).toThrow(
    'gradient is of an expectation value, but was given a variance or a covariance. That of ⟨O²⟩ − ⟨O⟩² is ∇⟨O²⟩ − 2⟨O⟩∇⟨O⟩',
  );
  const mean = expectation(u, Z(1));
  const square = gradient(expectation(u, product(Z(1), Z(1))))(at).theta;
  const slopes = gradient(mean)(at).theta.map((slope, k) => square[k] - 2 * mean(at) * slope);
  const step = 1e-5;
  const moved = (by: number) => f({ theta: [0.4 + by, 1.1] });
  expect(slopes[0]).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 8);
});

test('a variance is no expectation value, and the types say so', () => {
  // @ts-expect-error a variance is not linear in the state
  expect(() => gradient(variance(u, Z(0)))).toThrow('gradient is of an expectation value');
});
