import { type Angle, checkGiven } from './angle.ts';
import { isWithin } from './check.ts';
import type { Part } from './circuit.ts';
import { flattened } from './flattened.ts';
import { adjointGate, type Fixed, GATES, type Gate, type Rotation, rotation } from './gates.ts';
import { isUnitary } from './matrix.ts';
import { shown } from './shown.ts';

interface Placed {
  readonly targets: readonly number[];
  /** Where the op is switched on: it acts only where all of these are 1. */
  readonly controls: readonly number[];
}

/** A gate without an angle on given qubits. */
export interface FixedOp extends Placed {
  readonly gate: Fixed;
}

/** A rotation on given qubits, by its angle. */
export interface RotationOp extends Placed {
  readonly gate: Rotation;
  readonly angle: Angle;
}

/** One gate on given qubits. It has an angle exactly when its gate is a rotation. */
export type Op = FixedOp | RotationOp;

/** The function that places a gate on qubits: rx(θ, 0), h(1), swap(0, 2). */
export function gate(row: Fixed): (...targets: number[]) => FixedOp;
export function gate(row: Rotation): (angle: Angle, ...targets: number[]) => RotationOp;
export function gate(row: Gate): ((...targets: number[]) => Op) | ((angle: Angle, ...targets: number[]) => Op) {
  checkRow(row);
  const placed = (targets: number[]): Placed => {
    checkPlaces(row.name, targets);
    if (targets.length !== row.qubits)
      throw new Error(`${row.name} acts on ${row.qubits} qubits, but was given ${targets.length}: (${targets}).`);
    return { targets, controls: [] };
  };
  if ('axis' in row)
    return (angle: Angle, ...targets: number[]) => {
      checkGiven(row.name, angle);
      return { gate: row, angle, ...placed(targets) };
    };
  return (...targets: number[]) => ({ gate: row, ...placed(targets) });
}

/** The same op, or all ops of a part, applied only where the given qubits are 1 as well. */
export function controlled<One extends Op>(op: One, ...controls: readonly number[]): One;
export function controlled(part: Part, ...controls: readonly number[]): readonly Op[];
export function controlled(part: Part, ...controls: readonly number[]): Op | readonly Op[] {
  checkPlaces('controlled', controls);
  const switched = (op: Op): Op => ({ ...op, controls: [...controls, ...op.controls] });
  const pieces = flattened('controlled', part);
  if (pieces.some((piece) => 'ops' in piece && piece.initial))
    throw new Error(
      'A circuit that begins from amplitudes has no controlled form. Control the part after the encoding.',
    );
  const ops = pieces.flatMap((piece) => ('ops' in piece ? piece.ops : [piece])).map(switched);
  return 'gate' in part ? ops[0] : ops;
}

/** A row that was not made by `fixed` or `rotation` is looked at here. */
function checkRow(row: Gate): void {
  const isRow = typeof row?.name === 'string' && row.name !== '' && ('axis' in row || Array.isArray(row.matrix));
  if (!isRow)
    throw new Error(
      "gate takes a row with a name, as { name: 'rzx', ...rotation('ZX') } or { name, ...fixed(matrix) }.",
    );
  if ('matrix' in row && !isUnitary(row.matrix))
    throw new Error(`The matrix of ${row.name} is not unitary, so it is no gate. Make the row by fixed(matrix).`);
  const qubits = 'axis' in row ? rotation(row.axis, row.phase).qubits : Math.log2(row.matrix.length);
  if (row.qubits !== qubits)
    throw new Error(`${row.name} is a gate on ${qubits} qubits, but its row says ${row.qubits}.`);
}

/** A qubit that is none is caught where it is first used. */
function checkPlaces(who: string, qubits: readonly number[]): void {
  const wrong = Array.from(qubits).findIndex((qubit) => !isWithin(qubit, Infinity));
  if (wrong >= 0)
    throw new Error(
      `${who} was given ${shown(qubits[wrong])} for a qubit. A qubit is a whole number from 0; an angle comes first, as in rx(θ, 0), and controls before targets.`,
    );
}

export const x = gate(GATES.x);
export const y = gate(GATES.y);
export const z = gate(GATES.z);
export const h = gate(GATES.h);
export const s = gate(GATES.s);
export const t = gate(GATES.t);
export const sx = gate(GATES.sx);
export const swap = gate(GATES.swap);
export const iswap = gate(GATES.iswap);
export const siswap = gate(GATES.siswap);
export const ecr = gate(GATES.ecr);
export const rx = gate(GATES.rx);
export const ry = gate(GATES.ry);
export const rz = gate(GATES.rz);
export const p = gate(GATES.p);
export const rxx = gate(GATES.rxx);
export const ryy = gate(GATES.ryy);
export const rzz = gate(GATES.rzz);

export const sdg = gate(adjointGate(GATES.s));
export const tdg = gate(adjointGate(GATES.t));
export const sxdg = gate(adjointGate(GATES.sx));
export const cx = (control: number, target: number) => controlled(x(target), control);
export const cy = (control: number, target: number) => controlled(y(target), control);
export const cz = (control: number, target: number) => controlled(z(target), control);
export const ch = (control: number, target: number) => controlled(h(target), control);
export const crx = (angle: Angle, control: number, target: number) => controlled(rx(angle, target), control);
export const cry = (angle: Angle, control: number, target: number) => controlled(ry(angle, target), control);
export const crz = (angle: Angle, control: number, target: number) => controlled(rz(angle, target), control);
export const cp = (angle: Angle, control: number, target: number) => controlled(p(angle, target), control);
export const ccx = (one: number, other: number, target: number) => controlled(x(target), one, other);
export const ccz = (one: number, other: number, target: number) => controlled(z(target), one, other);
export const cswap = (control: number, one: number, other: number) => controlled(swap(one, other), control);

/**
 * Any gate on one qubit, U(θ, φ, λ) = P(φ) RY(θ) P(λ), as Qiskit has it; the U of OpenQASM 3 has the phase e^{iθ/2}
 * besides. Three ops, so that each angle may be a feature or a weight, and each has its shift rule.
 */
export const u = (theta: Angle, phi: Angle, lambda: Angle, target: number): readonly Op[] => [
  p(lambda, target),
  ry(theta, target),
  p(phi, target),
];

/** e^{iγ} U(θ, φ, λ) under a control, as OpenQASM 3 and Qiskit have it: with γ = 0 it is the cu3 of OpenQASM 2. */
export const cu = (
  theta: Angle,
  phi: Angle,
  lambda: Angle,
  gamma: Angle,
  control: number,
  target: number,
): readonly Op[] => [p(gamma, control), ...controlled(u(theta, phi, lambda, target), control)];
