import { type Observable, type PauliWord, parity, spread } from '@hqnn/sim';
import { checkQubits } from '../check.ts';

/**
 * |b⟩⟨b| on the given qubits, whose mean is the probability to measure them as b. The k-th character of `bits` is the
 * bit of the k-th given qubit: projector('01', 3, 5) has qubit 3 at 0 and qubit 5 at 1. It has 2ᵏ words for k qubits,
 * which are 16 at most.
 */
export function projector(bits: string | readonly number[], ...qubits: readonly number[]): Observable {
  checkQubits('projector', qubits);
  const digits = [...bits].join('');
  if (!/^[01]+$/.test(digits))
    throw new Error(`projector was given the bits ${digits}. They are of 0 and 1, as projector('01', 3, 5).`);
  if (digits.length !== qubits.length)
    throw new Error(
      `projector was given ${digits.length} bits for ${qubits.length} qubits: ${digits} for (${qubits}).`,
    );
  checkFew('projector', qubits, 16);
  return projectorOn(
    [...digits].reduce((outcome, bit, k) => outcome | (Number(bit) << k), 0),
    wordsOn(qubits),
  );
}

/**
 * The 2ᵏ projectors on basis states of k qubits: their means are the probabilities of the outcomes m, qubits[j] being bit
 * j of m, with gradients as those of any observable. They have 4ᵏ terms in all, so qubits are 10 at most.
 */
export function outcomes(...qubits: readonly number[]): readonly Observable[] {
  checkQubits('outcomes', qubits);
  checkFew('outcomes', qubits, 10);
  const words = wordsOn(qubits);
  return words.map((_, outcome) => projectorOn(outcome, words));
}

/** The product of ½(1 ± Z) over the qubits, multiplied out. */
function projectorOn(outcome: number, words: readonly PauliWord[]): Observable {
  return {
    terms: words.map((word, subset) => ({ coefficient: (1 - 2 * parity(outcome & subset)) / words.length, word })),
  };
}

/** Z on each subset of the qubits, the subsets as numbers whose bit j is qubits[j]. */
const wordsOn = (qubits: readonly number[]): readonly PauliWord[] =>
  Array.from({ length: 2 ** qubits.length }, (_, subset) => ({ x: 0, z: spread(subset, qubits) }));

function checkFew(who: string, qubits: readonly number[], most: number): void {
  if (qubits.length > most)
    throw new Error(
      `${who} was given ${qubits.length} qubits. It takes ${most} at most; for the probabilities of more, take probabilities(circuit, params, { qubits }).`,
    );
}
