import { gathered, type Observable, type PauliWord, parity, popcount, spread } from '@hqnn/sim';
import { type Complex, complex, conjugate, product, total, turned } from '../complex.ts';
import type { Fixed } from '../gates.ts';
import { hermitian } from '../observables/hermitian.ts';
import type { FixedOp } from '../op.ts';
import { ROUNDING } from '../tolerance.ts';

/** As many qubits as a gate may have whose effect on words is worked out as a matrix. */
export const LARGEST_MATRIX = 4;

/** The words of U†PU, for an op U on at most LARGEST_MATRIX qubits; nothing where that is P, with its sign. */
export function evolvedWord({ gate, controls, targets }: FixedOp, word: PauliWord): readonly PauliWord[] | undefined {
  const qubits = [...targets, ...controls];
  const local = { x: gathered(word.x, qubits), z: gathered(word.z, qubits) };
  if ((local.x | local.z) === 0) return undefined;
  const words = localWords(gate, controls.length, local);
  const outside = ~spread(2 ** qubits.length - 1, qubits);
  return words?.map(({ x, z }) => ({
    x: (word.x & outside) | spread(x, qubits),
    z: (word.z & outside) | spread(z, qubits),
  }));
}

/** What evolves to what, worked out once for each gate, number of controls, and word. */
const worked = new WeakMap<Fixed, Map<number, readonly PauliWord[] | undefined>>();

function localWords(gate: Fixed, controls: number, word: PauliWord): readonly PauliWord[] | undefined {
  const ofGate = worked.get(gate) ?? new Map<number, readonly PauliWord[] | undefined>();
  worked.set(gate, ofGate);
  const key = (((controls << LARGEST_MATRIX) | word.x) << LARGEST_MATRIX) | word.z;
  if (!ofGate.has(key)) ofGate.set(key, changed(termsOf(gate, controls, word), word));
  return ofGate.get(key);
}

/** The words, unless they are the one word that it was. */
function changed(terms: Observable['terms'], { x, z }: PauliWord): readonly PauliWord[] | undefined {
  const [only, ...more] = terms;
  if (more.length === 0 && only.coefficient > 0 && only.word.x === x && only.word.z === z) return undefined;
  return terms.map(({ word }) => word);
}

/** U†PU as words with coefficients, targets lowest: entry (j, k) is Σ_a ū_aj ⟨a|P|a⊕x⟩ u_(a⊕x)k. */
function termsOf(gate: Fixed, controls: number, { x, z }: PauliWord): Observable['terms'] {
  const u = matrixOf(gate, controls);
  // P|b⟩ = iʸ(−1)^|b∧z| |b⊕x⟩
  const letters = (b: number) => turned(popcount(x & z) + 2 * parity(b & z), [1, 0]);
  const evolved = u.map((_, j) =>
    u.map((_, k) =>
      u.reduce<Complex>(
        (sum, row, a) => total(sum, product(conjugate(row[j]), product(letters(a ^ x), u[a ^ x][k]))),
        [0, 0],
      ),
    ),
  );
  const { terms } = hermitian(evolved, ...Array(gate.qubits + controls).keys());
  return terms.filter(({ coefficient }) => Math.abs(coefficient) > ROUNDING);
}

/** The matrix of the gate under so many controls, which are its highest bits. */
function matrixOf({ matrix, qubits }: Fixed, controls: number): readonly (readonly Complex[])[] {
  const size = 2 ** (qubits + controls);
  const on = size - 2 ** qubits;
  return Array.from({ length: size }, (_, j) =>
    Array.from({ length: size }, (_, k): Complex => {
      if (j >= on && k >= on) return complex(matrix[j - on][k - on]);
      return [j === k ? 1 : 0, 0];
    }),
  );
}
