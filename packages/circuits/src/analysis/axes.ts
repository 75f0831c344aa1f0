import type { Entry, Fixed } from '../gates.ts';
import type { Op } from '../op.ts';

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

const known = new WeakMap<Fixed, readonly (readonly Axis[])[]>();

function axesOfFixed(gate: Fixed): readonly (readonly Axis[])[] {
  const found =
    known.get(gate) ??
    Array.from({ length: gate.qubits }, (_, place) => AXES.filter((axis) => commutesWith(gate, axis, place)));
  known.set(gate, found);
  return found;
}

/** Whether MP = PM, with P the letter on the gate's qubit `place`: entry (j, k) of PM is i^… M at (j ⊕ flip, k). */
function commutesWith({ matrix }: Fixed, axis: Axis, place: number): boolean {
  const flip = axis === 'Z' ? 0 : 1 << place;
  return matrix.every((row, j) =>
    row.every((_, k) => {
      const [left, right] = [
        times(phase(axis, (j >> place) & 1), matrix[j ^ flip][k]),
        times(phase(axis, ((k ^ flip) >> place) & 1), row[k ^ flip]),
      ];
      return Math.hypot(left[0] - right[0], left[1] - right[1]) < 1e-12;
    }),
  );
}

/** ⟨row|P|row ⊕ flip⟩ for the row's bit. */
const phase = (axis: Axis, bit: number): readonly [re: number, im: number] =>
  axis === 'X' ? [1, 0] : axis === 'Z' ? [bit ? -1 : 1, 0] : [0, bit ? 1 : -1];

function times([re, im]: readonly [number, number], entry: Entry): readonly [number, number] {
  const [a, b] = typeof entry === 'number' ? [entry, 0] : entry;
  return [re * a - im * b, re * b + im * a];
}
