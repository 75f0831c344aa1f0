import {
  angleEncoding,
  type Circuit,
  circuit,
  cx,
  expectation,
  features,
  h,
  type Params,
  pauli,
  rx,
  ry,
  rzz,
  scaled,
  sum,
  variance,
  vector,
  Z,
} from '@hqnn/circuits';
import { metered, reference, sampling, uniform } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import { adjoint } from '../adjoint.ts';
import { gradient } from '../gradient.ts';
import { quantumNaturalGradient } from './quantum-natural-gradient.ts';

const theta = vector('theta', 2);
const encoded = circuit(2, angleEncoding(features(2)), ry(theta[0], 0), cx(0, 1), rx(theta[1], 1));
const at = { x: [0.3, -0.8], theta: [0.5, 1.1] };

test('with one weight it is a slope over a variance: ∂⟨Z⟩ = −sin θ, and the metric of RY is ¼', () => {
  const f = expectation(circuit(1, ry(vector('theta', 1)[0], 0)), Z(0));
  const step = quantumNaturalGradient(f, { rate: 0.1, damping: 0.5 });
  expect(step({ theta: [0.7] }).theta[0]).toBeCloseTo(0.7 + (0.1 * Math.sin(0.7)) / (1 / 4 + 0.5), 12);
});

test('what it gives is what it takes, x included, and each step goes down', () => {
  const f = expectation(encoded, Z(1));
  const step = quantumNaturalGradient(f);
  let point: Params = at;
  for (let k = 0; k < 20; k++) {
    const next = step(point);
    expect(f(next)).toBeLessThan(f(point));
    point = next;
  }
  expect(Array.from(point.x)).toEqual(at.x);
});

test.each(['full', 'block-diagonal', 'diagonal'] as const)(
  'it executes what it says by the %s metric',
  (approximation) => {
    const simulator = metered(reference());
    const step = quantumNaturalGradient(expectation(encoded, Z(1), { simulator }), { approximation });
    step(at);
    expect(simulator.executions()).toBe(step.executions);
    expect(step.method).toBe('parameter-shift');
  },
);

test('on a simulator of estimates it executes what it says', () => {
  const simulator = metered(sampling(reference(), { shots: 5 }));
  const step = quantumNaturalGradient(expectation(encoded, Z(1), { simulator }));
  step(at);
  expect(simulator.executions()).toBe(step.executions);
});

describe('the transverse-field Ising ring of 6 at its critical point', () => {
  const [QUBITS, LAYERS, PART] = [6, 3, 0.999];
  const ring = [...Array(QUBITS).keys()];
  const energy = sum(...ring.flatMap((q) => [scaled(-1, pauli('ZZ', q, (q + 1) % QUBITS)), scaled(-1, pauli('X', q))]));
  /** Pfeuty, Ann. Phys. 57, 79 (1970): −Σ 2|cos(k/2)| over the momenta of an even ring. */
  const lowest = -2 / Math.sin(Math.PI / (2 * QUBITS));

  /** Each layer has two weights, shared by all qubits: alternating exponentials of both parts of the Hamiltonian. */
  function variational(): Circuit {
    const weights = vector('theta', 2 * LAYERS);
    const layer = (l: number) => [
      ring.map((q) => rzz(weights[2 * l], q, (q + 1) % QUBITS)),
      ring.map((q) => rx(weights[2 * l + 1], q)),
    ];
    return circuit(
      QUBITS,
      ring.map((q) => h(q)),
      Array.from({ length: LAYERS }, (_, l) => layer(l)),
    );
  }

  const f = expectation(variational(), energy);
  const slopes = gradient(f, { method: adjoint });
  const steepest = (rate: number) => (point: Params) => {
    const { theta: direction } = slopes(point);
    return { theta: Float64Array.from(point.theta, (weight, k) => weight - rate * direction[k]) };
  };

  /** How many steps it takes to get that near the ground state, or Infinity if more than so many. */
  function stepsDown(step: (point: Params) => Params, start: Params, most: number): number {
    let point = start;
    for (let k = 0; k <= most; k++) {
      if (f(point) < PART * lowest) return k;
      point = step(point);
    }
    return Number.POSITIVE_INFINITY;
  }

  // Wierichs, Gogolin, Kastoryano, Phys. Rev. Research 2, 043246 (2020), find so on rings of all sizes.
  test.each([1, 2, 3])('from start %i it takes less than half of the steps of steepest descent at its best', (seed) => {
    const draw = uniform(seed, 0);
    const start = { theta: Float64Array.from({ length: 2 * LAYERS }, () => 2 * draw() - 1) };
    const natural = stepsDown(quantumNaturalGradient(f, { approximation: 'full', method: adjoint }), start, 30);
    expect(natural).toBeLessThanOrEqual(30);
    for (const rate of [0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2])
      expect(stepsDown(steepest(rate), start, 2 * natural)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('what does not fit is refused in words', () => {
  const f = expectation(encoded, Z(0));
  const made = (options: object) => () => quantumNaturalGradient(f, options);
  expect(made({ rate: 0 })).toThrow('quantumNaturalGradient was given the rate 0. It is a number above 0.');
  expect(made({ damping: -1 })).toThrow('quantumNaturalGradient was given the damping -1. It is a number above 0.');
  expect(made({ approximation: 'whole' })).toThrow(
    'quantumNaturalGradient was given the approximation whole. It is one of full, block-diagonal, diagonal.',
  );
  expect(made({ learningRate: 1 })).toThrow(
    'quantumNaturalGradient was given learningRate. It takes rate, method, approximation, damping.',
  );
  expect(() => quantumNaturalGradient(variance(encoded, Z(0)) as never)).toThrow('given a variance or a covariance');
  expect(() => quantumNaturalGradient(expectation(encoded, [Z(0), Z(1)]) as never)).toThrow('the function has 2');
});
