import { letterOf, type Observable, type PauliWord, supportOf } from '@hqnn/sim';
import { subscript, written } from '../angle.ts';

/** The observable as a formula, numbers to three digits: Z₀Z₁ + 0.5·X₂ − 1. */
export function writtenObservable({ terms }: Observable): string {
  if (terms.length === 0) return '0';
  return terms
    .map(({ coefficient, word }, k) => {
      const size = timesWord(Math.abs(coefficient), word);
      if (k === 0) return coefficient < 0 ? `−${size}` : size;
      return coefficient < 0 ? `− ${size}` : `+ ${size}`;
    })
    .join(' ');
}

/** The letters of a word on their qubits, X₀Z₂, from the lowest qubit; 1 for the identity. */
export function writtenWord(word: PauliWord): string {
  const letters = Array.from({ length: 32 - Math.clz32(supportOf(word)) }, (_, qubit) => {
    const letter = letterOf(word, qubit);
    return letter === 'I' ? '' : letter + subscript(qubit);
  });
  return letters.join('') || '1';
}

function timesWord(factor: number, word: PauliWord): string {
  if (factor === 1) return writtenWord(word);
  return supportOf(word) === 0 ? written(factor) : `${written(factor)}·${writtenWord(word)}`;
}
