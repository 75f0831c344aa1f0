/** States and gates written out, for tests to compare with: complex numbers as pairs, qubit q as bit q of the index. */
export type Complex = readonly [re: number, im: number];

export const multiplied = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

/** e^{iα} */
export const phase = (angle: number): Complex => [Math.cos(angle), Math.sin(angle)];

/** |0…0⟩ on so many qubits, or the basis state of an index. */
export const basis = (qubits: number, index = 0): readonly Complex[] =>
  Array.from({ length: 2 ** qubits }, (_, k) => [k === index ? 1 : 0, 0]);

/** A 2 × 2 matrix on one qubit. */
export function onQubit(state: readonly Complex[], matrix: readonly (readonly Complex[])[], qubit: number) {
  return state.map((_, k): Complex => {
    const row = matrix[bit(k, qubit)];
    const [a, b] = [k & ~(1 << qubit), k | (1 << qubit)].map((index, column) => multiplied(row[column], state[index]));
    return [a[0] + b[0], a[1] + b[1]];
  });
}

/** A diagonal gate of phases: e^{iα(k)} for basis state k. */
export const turned = (state: readonly Complex[], angle: (k: number) => number) =>
  state.map((amplitude, k) => multiplied(phase(angle(k)), amplitude));

/** CNOT: amplitude k is that of k with the target flipped, where the control is 1. */
export const cnot = (state: readonly Complex[], control: number, target: number) =>
  state.map((_, k) => state[bit(k, control) === 1 ? k ^ (1 << target) : k]);

/** H on every qubit. */
export const hadamards = (state: readonly Complex[]) =>
  Array.from({ length: Math.log2(state.length) }, (_, q) => q).reduce<readonly Complex[]>(
    (now, q) => onQubit(now, H, q),
    state,
  );

const r = Math.SQRT1_2;
const H: readonly (readonly Complex[])[] = [
  [
    [r, 0],
    [r, 0],
  ],
  [
    [r, 0],
    [-r, 0],
  ],
];

/** Bit q of k. */
export const bit = (k: number, q: number) => (k >> q) & 1;
