import { angleEncoding, circuit, expectation, features, hardwareEfficient, Z } from '@hqnn/circuits';
import { describe, expect, test } from 'vitest';
import { adjoint, estimateGradient, expansion, gradient, hessian, jacobian } from './index.ts';

const f = expectation(circuit(2, angleEncoding(features(2)), hardwareEfficient(2)), Z(0));

/** All that tell slopes in the features, with the options that they take. */
const takers: Readonly<Record<string, { take: (options: never) => unknown; known: string }>> = {
  gradient: { take: (options) => gradient(f, options), known: 'method, features' },
  jacobian: { take: (options) => jacobian(f, options), known: 'method, features' },
  hessian: { take: (options) => hessian(f, options), known: 'method, features' },
  expansion: { take: (options) => expansion(f, options), known: 'features' },
  estimateGradient: {
    take: (options: object) => estimateGradient(f, { shots: 1000, seed: 1, ...options }),
    known: 'shots, seed, allocation, features',
  },
};

describe.each(Object.entries(takers))('%s', (who, { take, known }) => {
  test('takes true, false, and nothing said', () => {
    for (const wanted of [true, false, undefined]) expect(() => take({ features: wanted } as never)).not.toThrow();
  });

  test.each([1, 'x', null, ['x']])('refuses the features %j', (wanted) => {
    expect(() => take({ features: wanted } as never)).toThrow(
      `${who} was given the features ${wanted}. It is true or false.`,
    );
  });

  test('refuses options that it does not know, and lists those that it does', () => {
    expect(() => take({ methode: adjoint } as never)).toThrow(`${who} was given methode. It takes ${known}.`);
    expect(() => take(adjoint as never)).toThrow(`It takes ${known}.`);
  });
});
