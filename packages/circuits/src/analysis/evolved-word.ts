import { type PauliWord, parity, popcount } from '@hqnn/sim';
import type { Entry, Fixed } from '../gates.ts';
import { gathered, spread } from '../observables/bits.ts';
import { hermitian } from '../observables/hermitian.ts';
import type { Op } from '../op.ts';
import { content } from '../table-name.ts';
import { qubitsOf } from './commute.ts';

/** As many qubits as a gate may have whose effect on words is worked out as a matrix. */
export const MOST_QUBITS = 4;

/** A gate without an angle, on its qubits. */
type Still = Extract<Op, { readonly gate: Fixed }>;

/** U†PU as Pauli words, for an op U without an angle on few qubits: P alone where the op does not change it. */
export function evolvedWord(op: Still, word: PauliWord): readonly PauliWord[] {
  const qubits = qubitsOf({ ...op, controls: op.targets, targets: op.controls });
  const local = { x: gathered(word.x, qubits), z: gathered(word.z, qubits) };
  if ((local.x | local.z) === 0) return [word];
  const outside = ~spread(2 ** qubits.length - 1, qubits);
  return localWords(op, local).map(({ x, z }) => ({
    x: (word.x & outside) | spread(x, qubits),
    z: (word.z & outside) | spread(z, qubits),
  }));
}

/** Whether the op commutes with the word: U†PU is P, with its sign. */
export function keeps(op: Still, word: PauliWord): boolean {
  const qubits = qubitsOf({ ...op, controls: op.targets, targets: op.controls });
  const local = { x: gathered(word.x, qubits), z: gathered(word.z, qubits) };
  if ((local.x | local.z) === 0) return true;
  const [only, ...more] = localTerms(op, local);
  return more.length === 0 && only.coefficient > 0 && only.word.x === local.x && only.word.z === local.z;
}

const localWords = (op: Still, local: PauliWord) => localTerms(op, local).map(({ word }) => word);

const known = new Map<string, ReturnType<typeof hermitian>['terms']>();

/** The words of U†PU with their coefficients, targets lowest. Worked out once for each gate, its controls, and P. */
function localTerms({ gate, controls }: Still, { x, z }: PauliWord) {
  const key = `${content(gate)}|${controls.length}|${x}|${z}`;
  const found = known.get(key);
  if (found) return found;
  const qubits = gate.qubits + controls.length;
  const { terms } = hermitian(conjugated(matrixOf(gate, controls.length), { x, z }), ...Array(qubits).keys());
  const kept = terms.filter(({ coefficient }) => Math.abs(coefficient) > 1e-12);
  known.set(key, kept);
  return kept;
}

type Complex = readonly [re: number, im: number];

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

const complex = (entry: Entry): Complex => (typeof entry === 'number' ? [entry, 0] : entry);

/** U†PU, entry by entry: Σ_a ū_aj ⟨a|P|a⊕x⟩ u_(a⊕x)k. */
function conjugated(u: readonly (readonly Complex[])[], { x, z }: PauliWord): readonly (readonly Complex[])[] {
  const power = popcount(x & z);
  // P|b⟩ = iʸ(−1)^|b∧z| |b⊕x⟩, so ⟨a|P|a⊕x⟩ has the sign of (a⊕x)∧z.
  const phase = (b: number): Complex => {
    const sign = parity(b & z) ? -1 : 1;
    return (
      [
        [sign, 0],
        [0, sign],
        [-sign, 0],
        [0, -sign],
      ] as const
    )[power % 4];
  };
  return u.map((_, j) =>
    u.map((_, k) =>
      u.reduce<Complex>(
        ([re, im], row, a) => {
          const [vr, vi] = times([row[j][0], -row[j][1]], times(phase(a ^ x), u[a ^ x][k]));
          return [re + vr, im + vi];
        },
        [0, 0],
      ),
    ),
  );
}

const times = ([ar, ai]: Complex, [br, bi]: Complex): Complex => [ar * br - ai * bi, ar * bi + ai * br];
