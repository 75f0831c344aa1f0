import { type Complex, complex, product } from '../complex.ts';
import type { Fixed } from '../gates.ts';
import type { Op } from '../op.ts';
import { ROUNDING } from '../tolerance.ts';

/** A Pauli letter that is not I. */
export type Axis = 'X' | 'Y' | 'Z';

const AXES: readonly Axis[] = ['X', 'Y', 'Z'];

/** The axes P of a qubit with which an op commutes: [op, P_qubit] = 0. All of them where it does nothing to the qubit. */
export function axesOf({ gate, targets, controls }: Op, qubit: number): readonly Axis[] {
  if (controls.includes(qubit)) return ['Z'];
  const place = targets.indexOf(qubit);
  if (place < 0) return AXES;
  if ('axis' in gate) return gate.axis[place] === 'I' ? AXES : AXES.filter((axis) => axis === gate.axis[place]);
  return axesOfFixed(gate)[place];
}

/** The axes of each qubit of a gate, worked out once. */
const worked = new WeakMap<Fixed, readonly (readonly Axis[])[]>();

function axesOfFixed(gate: Fixed): readonly (readonly Axis[])[] {
  const axes =
    worked.get(gate) ??
    Array.from({ length: gate.qubits }, (_, place) => AXES.filter((axis) => commutesWith(gate, axis, place)));
  worked.set(gate, axes);
  return axes;
}

/** Whether MP = PM, with P the letter on the gate's qubit `place`, entry by entry: P has one in each row, at row ⊕ flip. */
function commutesWith({ matrix }: Fixed, axis: Axis, place: number): boolean {
  const flip = axis === 'Z' ? 0 : 1 << place;
  const letter = (row: number) => LETTERS[axis][(row >> place) & 1];
  return matrix.every((row, j) =>
    row.every((_, k) => {
      const [left, right] = [
        product(letter(j), complex(matrix[j ^ flip][k])),
        product(letter(k ^ flip), complex(row[k ^ flip])),
      ];
      return Math.hypot(left[0] - right[0], left[1] - right[1]) < ROUNDING;
    }),
  );
}

/** The entry of a letter in row 0, and in row 1. */
const LETTERS: Readonly<Record<Axis, readonly [Complex, Complex]>> = {
  X: [
    [1, 0],
    [1, 0],
  ],
  Y: [
    [0, -1],
    [0, 1],
  ],
  Z: [
    [1, 0],
    [-1, 0],
  ],
};
