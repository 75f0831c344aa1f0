import { uniform } from '@hqnn/sim';
import { expect, test } from 'vitest';
import { constant, parity, pauli, scaled, sum, X, Y, Z } from '../observable.ts';
import { product, symmetrizedProduct } from './product.ts';
import { projector } from './projector.ts';
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

test('a projector on many qubits is its own square, worked out in good time', () => {
  const one = projector('110100101101', ...Array(12).keys());
  const { terms } = product(one, one);
  const coefficients = new Map(one.terms.map(({ word, coefficient }) => [word.z, coefficient]));
  expect(terms).toHaveLength(one.terms.length);
  for (const { word, coefficient } of terms) expect(coefficient).toBeCloseTo(coefficients.get(word.z) ?? 0, 15);
});

test('sums of words of Z have the same product outcome by outcome as word by word', () => {
  const draw = uniform(3, 0);
  const sumOf = (count: number) =>
    sum(
      ...Array.from({ length: count }, () =>
        scaled(2 * draw() - 1, parity(...[0, 1, 2, 3, 5].filter(() => draw() > 0.4), 6)),
      ),
    );
  const [one, other] = [sumOf(40), sumOf(40)];
  const both = new Map(product(one, other).terms.map(({ word, coefficient }) => [word.z, coefficient]));
  const expected = new Map<number, number>();
  for (const a of one.terms)
    for (const b of other.terms) {
      const z = a.word.z ^ b.word.z;
      expected.set(z, (expected.get(z) ?? 0) + a.coefficient * b.coefficient);
    }
  for (const [z, coefficient] of expected) expect(both.get(z) ?? 0).toBeCloseTo(coefficient, 12);
});
