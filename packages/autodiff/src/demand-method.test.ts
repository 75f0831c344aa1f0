import { angleEncoding, circuit, eachZ, expectation, features, hardwareEfficient, Z } from '@hqnn/circuits';
import { describe, expect, test } from 'vitest';
import { gradient, hessian, jacobian, methodNamed, spsa } from './index.ts';
import { quantumNaturalGradient } from './optimise/quantum-natural-gradient.ts';
import { quantum } from './tfjs/quantum.ts';
import { gradientVariance } from './trainability/gradient-variance.ts';

const u = circuit(2, angleEncoding(features(2)), hardwareEfficient(2));
const f = expectation(u, Z(0));

/** All that take a method, by their names. */
const takers: Readonly<Record<string, (options: never) => unknown>> = {
  gradient: (options) => gradient(f, options),
  jacobian: (options) => jacobian(f, options),
  hessian: (options) => hessian(f, options),
  quantumNaturalGradient: (options) => quantumNaturalGradient(f, options),
  quantum: (options: object) => quantum({ circuit: u, observables: eachZ(2), ...options }),
  gradientVariance: (options: object) =>
    gradientVariance((qubits) => ({ circuit: hardwareEfficient(qubits), observable: Z(0) }), {
      qubits: [2],
      samples: 2,
      ...options,
    }),
};

describe.each(Object.entries(takers))('%s', (who, take) => {
  const taking = (method: unknown) => () => take({ method } as never);

  test('takes a method that is found by its name', () => {
    expect(taking(methodNamed('adjoint'))).not.toThrow();
  });

  test('refuses the name of a method, and tells what gives it', () => {
    expect(taking('adjoint')).toThrow(`${who} was given the method adjoint, a name. Take methodNamed('adjoint').`);
  });

  test('refuses what makes a method, and what is none', () => {
    const remedy = 'which has no pullBack. Take one such as parameterShift, adjoint or spsa().';
    expect(taking(spsa)).toThrow(`${who} was given the method spsa, ${remedy}`);
    expect(taking(null)).toThrow(`${who} was given the method null, ${remedy}`);
    expect(taking({})).toThrow(`${who} was given the method [object Object], ${remedy}`);
  });
});
