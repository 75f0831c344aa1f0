import type { Linear } from './angle.ts';
import type { Op } from './op.ts';

/** All qubits of an op, controls first, as a call of its gate names them. */
export const qubitsOf = ({ controls, targets }: Op): readonly number[] => [...controls, ...targets];

/** The angle of an op where it depends on a feature or a weight. */
export const linearOf = (op: Op): Linear | undefined =>
  'angle' in op && typeof op.angle !== 'number' ? op.angle : undefined;

/** The name of a gate with a c for each control: cx, ccz, crx. */
export const gateLabel = ({ gate, controls }: Op) => 'c'.repeat(controls.length) + gate.name;

/** The op on other qubits: its qubit q becomes qubits[q]. */
export const onQubits = <One extends Op>(op: One, qubits: readonly number[]): One => ({
  ...op,
  controls: op.controls.map((qubit) => qubits[qubit]),
  targets: op.targets.map((qubit) => qubits[qubit]),
});
