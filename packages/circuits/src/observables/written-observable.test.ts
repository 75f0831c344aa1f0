import { expect, test } from 'vitest';
import { constant, pauli, scaled, sum, X, Z } from '../observable.ts';
import { writtenObservable, writtenWord } from './written-observable.ts';

test.each([
  [sum(pauli('ZZ', 0, 1), scaled(0.5, X(2)), constant(-1)), 'Z₀Z₁ + 0.5·X₂ − 1'],
  [scaled(-1, pauli('ZYX', 12, 1, 0)), '−X₀Y₁Z₁₂'],
  [scaled(-1 / 3, Z(29)), '−0.333·Z₂₉'],
  [constant(2), '2'],
  [{ terms: [] }, '0'],
])('an observable is written as a formula (%#)', (observable, expected) => {
  expect(writtenObservable(observable)).toBe(expected);
});

test('the identity is written 1', () => {
  expect(writtenWord({ x: 0, z: 0 })).toBe('1');
});
