import { expect, test } from 'vitest';
import { constant, eachZ, parity, scaled, sum, X, Z } from './observable.ts';

test('like words of a sum are one, and what cancels is gone', () => {
  expect(sum(Z(0), X(1), Z(0)).terms).toEqual([
    { coefficient: 2, word: { x: 0, z: 1 } },
    { coefficient: 1, word: { x: 2, z: 0 } },
  ]);
  expect(sum(Z(0), scaled(-1, Z(0)))).toEqual({ terms: [] });
  expect(sum(scaled(0.1, Z(0)), scaled(0.2, Z(0)), scaled(-0.3, Z(0)))).toEqual({ terms: [] });
  expect(sum(Z(0), scaled(1e-17, X(0))).terms).toHaveLength(2);
  expect(sum(constant(1e13), constant(-1e13 + 0.5)).terms).toEqual([{ coefficient: 0.5, word: { x: 0, z: 0 } }]);
});

test('parity is the word of Zs, in any order of its qubits', () => {
  expect(parity(3, 0, 1)).toEqual({ terms: [{ coefficient: 1, word: { x: 0, z: 0b1011 } }] });
  expect(eachZ(3)).toEqual([Z(0), Z(1), Z(2)]);
});

test.each([
  [() => constant(Number.NaN), 'An observable was scaled by NaN. It is scaled by a finite number.'],
  [() => scaled(Number.POSITIVE_INFINITY, Z(0)), 'An observable was scaled by Infinity.'],
  [() => scaled(2, eachZ(2) as never), 'scaled was given a list as observable 0.'],
  [() => sum(), 'sum was given no observables. It takes one or more, such as Z(0).'],
  [() => sum(eachZ(2) as never), 'a list of them is spread as in sum(...eachZ(4)).'],
  [
    () => sum({ terms: [{ coefficient: Number.NaN, word: { x: 1, z: 0 } }] }),
    'The coefficient of X₀ in an observable is NaN. Coefficients are finite numbers.',
  ],
  [() => sum(scaled(1.5e308, Z(0)), scaled(1.5e308, Z(0))), 'The coefficient of Z₀ in an observable is Infinity.'],
  [() => parity(), 'parity was given no qubits. It takes one or more.'],
  [() => parity(0, 30), 'parity was given qubit 30. Its qubits are whole numbers from 0 to 29.'],
  [() => parity(1, 1), 'parity was given one qubit twice: (1,1). Its qubits must all differ.'],
  [() => eachZ(0), 'eachZ was given 0 qubits. It takes a whole number from 1 to 30.'],
])('%s is refused with the reason', (attempt, words) => {
  expect(attempt).toThrow(words);
});
