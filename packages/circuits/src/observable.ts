import { MOST_QUBITS, type Observable, pauliWord } from '@hqnn/sim';
import { checkCount, checkQubits } from './check.ts';
import { checkObservables } from './observables/check-observables.ts';
import { collected, hermitianPart, summandsOf } from './observables/collected.ts';

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

/** The identity times a number, which is its mean in every state. */
export const constant = (value: number) => scaled(value, pauli(''));

/** O₀ + O₁ + …, with like words collected: Z₀ + Z₀ is 2Z₀, and Z₀ − Z₀ has no terms. */
export function sum(...observables: readonly Observable[]): Observable {
  checkObservables('sum', observables);
  return hermitianPart(collected(observables.flatMap(summandsOf)));
}

/** cO */
export function scaled(factor: number, observable: Observable): Observable {
  if (!Number.isFinite(factor))
    throw new Error(`An observable was scaled by ${factor}. It is scaled by a finite number.`);
  checkObservables('scaled', [observable]);
  return { terms: observable.terms.map(({ coefficient, word }) => ({ coefficient: factor * coefficient, word })) };
}

/** Z on all of the given qubits, Z ⊗ … ⊗ Z: 1 where an even number of them is measured as 1, and −1 where an odd one is. */
export function parity(...qubits: readonly number[]): Observable {
  checkQubits('parity', qubits);
  return pauli('Z'.repeat(qubits.length), ...qubits);
}

/** Z on each of the first `qubits` qubits: what a classifier reads out. */
export function eachZ(qubits: number): readonly Observable[] {
  checkCount('eachZ', 'qubits', qubits, 1, MOST_QUBITS);
  return Array.from({ length: qubits }, (_, qubit) => Z(qubit));
}
