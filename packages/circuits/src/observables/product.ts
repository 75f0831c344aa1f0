import { bitsOf, gathered, type Observable, type PauliWord, popcount, spread, supportOf } from '@hqnn/sim';
import { product as times, turned } from '../complex.ts';
import { GIVEN } from '../tolerance.ts';
import { checkObservables } from './check-observables.ts';
import { collected, hermitianPart, type Summand, summandsOf } from './collected.ts';
import { walsh } from './walsh.ts';
import { writtenObservable } from './written-observable.ts';

/**
 * O₀O₁…, exactly, with like words collected. A product of observables is one only if it is Hermitian, as it is where all
 * factors commute; an error says so if it is not.
 */
export function product(...observables: readonly Observable[]): Observable {
  checkObservables('product', observables);
  const summands = observables.map(summandsOf).reduce(multiplied);
  const largest = observables.reduce((bound, observable) => bound * sizeOf(observable), 1);
  const imaginary = summands.find(({ im }) => Math.abs(im) > GIVEN * largest);
  if (imaginary)
    throw new Error(
      `product was given factors that do not commute: their product has the term i·(${writtenObservable({ terms: [{ coefficient: imaginary.im, word: imaginary.word }] })}), ` +
        'so it is not Hermitian and cannot be measured. Of two factors, symmetrizedProduct(A, B) = ½(AB + BA) can.',
    );
  return hermitianPart(summands);
}

/** ½(AB + BA), half the anticommutator: AB where both commute, and what a covariance is made of. */
export function symmetrizedProduct(one: Observable, other: Observable): Observable {
  checkObservables('symmetrizedProduct', [one, other]);
  // (AB)† = BA, so this is the Hermitian part of AB.
  return hermitianPart(multiplied(summandsOf(one), summandsOf(other)));
}

const sizeOf = ({ terms }: Observable) => terms.reduce((total, { coefficient }) => total + Math.abs(coefficient), 0);

function multiplied(ones: readonly Summand[], others: readonly Summand[]): readonly Summand[] {
  const all = [...ones, ...others];
  const places = bitsOf(all.reduce((mask, { word }) => mask | supportOf(word), 0));
  const isDiagonal = all.every(({ word, im }) => word.x === 0 && im === 0);
  if (isDiagonal && 4 * places.length * 2 ** places.length < ones.length * others.length)
    return diagonalProduct(ones, others, places);
  return collected(ones.flatMap((one) => others.map((other) => productOf(one, other))));
}

/** The product of two sums of words of Z, outcome by outcome: what projectors on many qubits are multiplied by. */
function diagonalProduct(ones: readonly Summand[], others: readonly Summand[], places: readonly number[]) {
  const [a, b] = [ones, others].map((summands) => {
    const values = new Float64Array(2 ** places.length);
    for (const { word, re } of summands) values[gathered(word.z, places)] += re;
    return walsh(values);
  });
  const products = walsh(a.map((value, outcome) => value * b[outcome]));
  const largest = a.reduce((most, value, k) => Math.max(most, Math.abs(value * b[k])), 0);
  // Each value, and each coefficient, is a sum of 2ⁿ numbers that is made in n steps, each of which rounds.
  const error = 4 * Number.EPSILON * (places.length + 1) * largest;
  return Array.from(products, (total, z) => ({
    word: { x: 0, z: spread(z, places) },
    re: total / products.length,
    im: 0,
    error,
  }));
}

function productOf(one: Summand, other: Summand): Summand {
  const word = { x: one.word.x ^ other.word.x, z: one.word.z ^ other.word.z };
  const [size, otherSize] = [Math.hypot(one.re, one.im), Math.hypot(other.re, other.im)];
  const error = size * other.error + otherSize * one.error + 2 * Number.EPSILON * size * otherSize;
  // The words send |k⟩ to iʸ (−1)^|k∧z| |k⊕x⟩: Z of the left one passes X of the right one, and the Ys are counted anew.
  const turns = ys(one.word) + ys(other.word) - ys(word) + 2 * popcount(one.word.z & other.word.x);
  const [re, im] = turned(turns, times([one.re, one.im], [other.re, other.im]));
  return { word, re, im, error };
}

const ys = ({ x, z }: PauliWord) => popcount(x & z);
