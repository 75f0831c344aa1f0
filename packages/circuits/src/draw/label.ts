import { type Angle, subscript, written } from '../angle.ts';
import { type Gate, rotationAbout } from '../gates.ts';
import type { Op } from '../op.ts';

/** What a gate is called, for each drawing to spell: R with ZZ below for rzz, S with a dagger for sdg. */
export interface Label {
  readonly name: string;
  /** The axis of a rotation that is named by it. */
  readonly axis?: string;
  readonly dagger: boolean;
  readonly angle?: Angle;
}

export function labelOf(op: Op): Label {
  const called = nameOf(op.gate);
  return 'angle' in op ? { ...called, angle: op.angle } : called;
}

/** The label in one line of text: RZZ(θ₀), S†; with a place, that of one of the gate's qubits: ECR₁. */
export function spelled({ name, axis = '', dagger, angle }: Label, place?: number): string {
  const at = place === undefined ? '' : subscript(place);
  return name + axis + (dagger ? '†' : '') + at + (angle === undefined ? '' : `(${written(angle)})`);
}

function nameOf(gate: Gate): Label {
  if ('axis' in gate && gate.name === rotationAbout(gate.axis).name)
    return { name: 'R', axis: gate.axis, dagger: false };
  // The ending that adjointGate gives.
  const dagger = 'matrix' in gate && /.dg$/s.test(gate.name);
  return { name: (dagger ? gate.name.slice(0, -2) : gate.name).toUpperCase(), dagger };
}
