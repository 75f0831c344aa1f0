import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterOf, parity, pauliWord, popcount, supportOf, wordKey } from './pauli.ts';

test('popcount and parity count the ones of any mask', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (mask) => {
      const ones = [...mask.toString(2)].filter((bit) => bit === '1').length;
      expect(popcount(mask)).toBe(ones);
      expect(parity(mask)).toBe(ones % 2);
    }),
    { seed: 1 },
  );
});

test('a word keeps X and Z apart and has both for Y', () => {
  expect(pauliWord('XYZI', [0, 2, 3, 5])).toEqual({ x: 0b0101, z: 0b1100 });
});

test('the letters of a word are those it was spelled with, and its support is where they act', () => {
  const spelled = fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(spelled, spelled, (letters, others) => {
      const [word, other] = [letters, others].map((each) => pauliWord(each, [...Array(30).keys()]));
      expect([...letters].map((_, qubit) => letterOf(word, qubit)).join('')).toBe(letters);
      expect(supportOf(word)).toBe(
        [...letters].reduce((mask, letter, q) => (letter === 'I' ? mask : mask | (1 << q)), 0),
      );
      expect(wordKey(word) === wordKey(other)).toBe(letters === others);
    }),
    { seed: 2 },
  );
});

test('a word that cannot be read is refused with the letter or the qubit that is wrong', () => {
  expect(() => pauliWord('XQ', [0, 1])).toThrow('The word XQ has the letter Q. Its letters are I, X, Y and Z.');
  expect(() => pauliWord('XX', [0])).toThrow('The word XX has 2 letters, but was given 1 qubits: (0).');
  expect(() => pauliWord('XX', [1, 1])).toThrow('The word XX was given one qubit twice: (1,1).');
  expect(() => pauliWord('X', [-1])).toThrow('The word X acts on qubit -1.');
});
