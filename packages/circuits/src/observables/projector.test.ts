import { expect, test } from 'vitest';
import { circuit } from '../circuit.ts';
import { expectation } from '../expectation.ts';
import { sum } from '../observable.ts';
import { x } from '../op.ts';
import { product } from './product.ts';
import { outcomes, projector } from './projector.ts';
import { writtenObservable } from './written-observable.ts';

test('the k-th character is the bit of the k-th qubit', () => {
  const flipped = circuit(6, x(5));
  expect(expectation(flipped, [projector('01', 3, 5), projector('10', 3, 5), projector([1, 0], 5, 3)])()).toEqual(
    Float64Array.of(1, 0, 1),
  );
  expect(writtenObservable(projector('1', 2))).toBe('0.5 − 0.5·Z₂');
});

test('outcome m has qubits[j] in bit j of m', () => {
  expect(outcomes(4, 1)).toEqual([
    projector('00', 4, 1),
    projector('10', 4, 1),
    projector('01', 4, 1),
    projector('11', 4, 1),
  ]);
});

test('outcomes are orthogonal projectors, and sum to 1', () => {
  const all = outcomes(0, 1, 3);
  all.forEach((one, j) => {
    all.forEach((other, k) => expect(product(one, other)).toEqual(j === k ? one : { terms: [] }));
  });
  expect(sum(...all)).toEqual({ terms: [{ coefficient: 1, word: { x: 0, z: 0 } }] });
});

test.each([
  [() => projector('02', 0, 1), "projector was given the bits 02. They are of 0 and 1, as projector('01', 3, 5)."],
  [() => projector('011', 0, 1), 'projector was given 3 bits for 2 qubits: 011 for (0,1).'],
  [() => projector('', ...[]), 'projector was given no qubits.'],
  [() => projector('00', 0, 0), 'projector was given one qubit twice: (0,0).'],
  [() => projector('0', -1), 'projector was given qubit -1.'],
  [() => outcomes(), 'outcomes was given no qubits.'],
  [() => outcomes(...Array(11).keys()), 'outcomes was given 11 qubits. It takes 10 at most;'],
])('%s is refused with the reason', (attempt, words) => {
  expect(attempt).toThrow(words);
});
