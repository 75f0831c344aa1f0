import type { PauliWord } from '@hqnn/sim';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { constant, eachZ, pauli, sum, X, Y, Z } from '../observable.ts';
import { outcomes } from '../observables/projector.ts';
import { writtenWord } from '../observables/written-observable.ts';
import { grouped } from './grouped.ts';

const shown = (words: readonly PauliWord[]) => words.map(writtenWord).join(' ');
const shownGroups = (...observables: Parameters<typeof grouped>[0]) =>
  grouped(observables).map(({ basis, words }) => `${writtenWord(basis)}: ${shown(words)}`);

test('words are measured together where they have the same letters', () => {
  expect(shownGroups(...eachZ(3), sum(X(0), X(2)), constant(2))).toEqual(['Z₀Z₁Z₂: Z₀ Z₁ Z₂', 'X₀X₂: X₀ X₂']);
  expect(shownGroups(...outcomes(0, 1))).toEqual(['Z₀Z₁: Z₀Z₁ Z₀ Z₁']);
  expect(shownGroups(Z(0), Y(1), pauli('XX', 0, 1), pauli('ZX', 2, 1))).toEqual(['X₀X₁Z₂: X₀X₁ X₁Z₂', 'Z₀Y₁: Z₀ Y₁']);
  // XX and YY commute, but not qubit by qubit.
  expect(shownGroups(pauli('XX', 0, 1), pauli('YY', 0, 1))).toHaveLength(2);
  expect(grouped([constant(1)])).toEqual([]);
});

const letters = fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 4, maxLength: 4 });

test('groups are a partition of the words, and each commutes qubit by qubit', () => {
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 30 }), (spelled) => {
      const groups = grouped(spelled.map((word) => pauli(word, 0, 1, 2, 3)));
      const all = groups.flatMap(({ words }) => words.map(writtenWord));
      const expected = spelled
        .filter((word) => word !== 'IIII')
        .map((word) => writtenWord(pauli(word, 0, 1, 2, 3).terms[0].word));
      expect([...all].sort()).toEqual([...new Set(expected)].sort());
      for (const { basis, words } of groups) {
        for (let qubit = 0; qubit < 4; qubit++) {
          const letterOf = ({ x, z }: PauliWord) => 'IXZY'[((x >> qubit) & 1) + 2 * ((z >> qubit) & 1)];
          const found = new Set(words.map(letterOf).filter((letter) => letter !== 'I'));
          expect([...found]).toEqual(letterOf(basis) === 'I' ? [] : [letterOf(basis)]);
        }
      }
    }),
    { seed: 9 },
  );
});
