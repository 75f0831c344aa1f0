import { circuit, expectation, hardwareEfficient, variance, Z } from '@hqnn/circuits';
import { describe, expect, test } from 'vitest';
import { estimateGradient, expansion, gradient, hessian, jacobian, metricTensor } from './index.ts';
import { quantumNaturalGradient } from './optimise/quantum-natural-gradient.ts';
import { rotosolve } from './optimise/rotosolve.ts';

const u = circuit(2, hardwareEfficient(2));

/** All that take a function of expectation values, by their names. */
const takers: Readonly<Record<string, (f: never) => unknown>> = {
  gradient,
  jacobian,
  hessian,
  expansion,
  rotosolve: (f) => rotosolve(f),
  quantumNaturalGradient: (f) => quantumNaturalGradient(f),
  estimateGradient: (f) => estimateGradient(f, { shots: 1000, seed: 1 }),
  metricTensor: (f) => metricTensor(f),
};

describe.each(Object.entries(takers))('%s', (who, take) => {
  test.each([
    ['an object', u],
    ['another function', () => 1],
    ['another function', gradient(expectation(u, Z(0)))],
    ['null', null],
    ['undefined', undefined],
    ['0.5', 0.5],
  ])('refuses %s that is not made of a circuit and an observable', (words, f) => {
    expect(() => take(f as never)).toThrow(
      `${who} takes what expectation(circuit, observable) gives, but was given ${words}.`,
    );
  });
});

test('the metric is that of the state, so a variance has it too', () => {
  const at = { theta: [0.3, 0.1, 1.2, 0.4, 0.9, 2] };
  expect(metricTensor(variance(u, Z(0)))(at)).toEqual(metricTensor(expectation(u, Z(0)))(at));
});
