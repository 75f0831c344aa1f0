import { type Observable, pauliWord } from '@hqnn/sim';

/** The Pauli word spelled by `letters` on the given qubits: pauli('XZ', 0, 2) is X₀Z₂. */
export function pauli(letters: string, ...targets: readonly number[]): Observable {
  return { terms: [{ coefficient: 1, word: pauliWord(letters, targets) }] };
}

/** The Pauli operator X on one qubit. */
export const X = (qubit: number) => pauli('X', qubit);
/** The Pauli operator Y on one qubit. */
export const Y = (qubit: number) => pauli('Y', qubit);
/** The Pauli operator Z on one qubit. */
export const Z = (qubit: number) => pauli('Z', qubit);

/** O₀ + O₁ + … */
export function sum(...observables: readonly Observable[]): Observable {
  return { terms: observables.flatMap(({ terms }) => terms) };
}

/** cO */
export function scaled(factor: number, { terms }: Observable): Observable {
  return { terms: terms.map(({ coefficient, word }) => ({ coefficient: factor * coefficient, word })) };
}

/** Z on each of the first `qubits` qubits: what a classifier reads out. */
export const eachZ = (qubits: number) => Array.from({ length: qubits }, (_, qubit) => Z(qubit));
