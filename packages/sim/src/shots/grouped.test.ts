import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterOf, type PauliWord, pauliWord } from '../pauli.ts';
import { grouped } from './grouped.ts';

const QUBITS = [0, 1, 2, 3];
const spelled = (word: PauliWord) => QUBITS.map((qubit) => letterOf(word, qubit)).join('');
const measuring = (...words: readonly string[]) => ({
  terms: words.map((word) => ({ coefficient: 1, word: pauliWord(word, QUBITS) })),
});
const shown = (...observables: Parameters<typeof grouped>[0]) =>
  grouped(observables).map(({ basis, words }) => `${spelled(basis)}: ${words.map(spelled).join(' ')}`);

test('words are measured together where they have the same letters', () => {
  expect(shown(measuring('ZIII'), measuring('IZII', 'IIZI', 'IIII'), measuring('XIII', 'IIXI'))).toEqual([
    'ZZZI: ZIII IZII IIZI',
    'XIXI: XIII IIXI',
  ]);
  expect(shown(measuring('ZIII', 'IYII', 'XXII', 'IXZI'))).toEqual(['XXZI: XXII IXZI', 'ZYII: ZIII IYII']);
  // XX and YY commute, but not qubit by qubit.
  expect(shown(measuring('XXII', 'YYII'))).toHaveLength(2);
  expect(grouped([measuring('IIII')])).toEqual([]);
});

const letters = fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 4, maxLength: 4 });

test('groups are a partition of the words, and each commutes qubit by qubit', () => {
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 30 }), (words) => {
      const groups = grouped(words.map((word) => measuring(word)));
      const all = groups.flatMap((group) => group.words.map(spelled));
      expect(all.sort()).toEqual([...new Set(words.filter((word) => word !== 'IIII'))].sort());
      for (const group of groups)
        for (const qubit of QUBITS) {
          const found = new Set(group.words.map((word) => letterOf(word, qubit)).filter((letter) => letter !== 'I'));
          const letter = letterOf(group.basis, qubit);
          expect([...found]).toEqual(letter === 'I' ? [] : [letter]);
        }
    }),
    { seed: 9 },
  );
});
