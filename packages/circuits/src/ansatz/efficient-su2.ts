import type { Circuit } from '../circuit.ts';
import { rotationsAndPairs, type TwoLocalOptions } from './two-local.ts';

/**
 * Layers of RY and RZ on every qubit and CNOTs on the reversed line, and RY and RZ at the end, as Qiskit's EfficientSU2.
 * It has 2·qubits·(layers + 1) weights, RY and RZ of qubit 0 first, of qubit 1 next. (Qiskit: all RY, then all RZ.)
 */
export function efficientSU2(
  qubits: number,
  { rotations = ['ry', 'rz'], topology = 'reverse-linear', ...options }: TwoLocalOptions = {},
): Circuit {
  return rotationsAndPairs('efficientSU2', qubits, { ...options, rotations, topology });
}
