import { expect, test } from 'vitest';
import { constant, pauli, scaled, sum, X, Y, Z } from '../observable.ts';
import { product, symmetrizedProduct } from './product.ts';
import { writtenObservable } from './written-observable.ts';

test.each([
  [product(Z(0), Z(1)), 'Z₀Z₁'],
  [product(Z(0), Z(0)), '1'],
  [product(pauli('XX', 0, 1), pauli('YY', 0, 1)), '−Z₀Z₁'],
  [product(sum(Z(0), X(1)), sum(Z(0), scaled(-1, X(1)))), '0'],
  [product(sum(Z(0), constant(1)), sum(Z(0), constant(1)), Z(2)), '2·Z₂ + 2·Z₀Z₂'],
  [symmetrizedProduct(X(0), Y(0)), '0'],
  [symmetrizedProduct(sum(X(0), Y(1)), X(0)), '1 + X₀Y₁'],
])('products are worked out by the rules of the Pauli matrices (%#)', (found, expected) => {
  expect(writtenObservable(found)).toBe(expected);
});

test('factors that do not commute are refused, with what can be measured of them', () => {
  expect(() => product(Z(1), scaled(0.5, X(1)))).toThrow(
    'product was given factors that do not commute: their product has the term i·(0.5·Y₁), so it is not Hermitian and cannot be ' +
      'measured. Of two factors, symmetrizedProduct(A, B) = ½(AB + BA) can.',
  );
  expect(() => product()).toThrow('product was given no observables.');
});
