import type { Circuit } from '../circuit.ts';
import { rotationsAndPairs, type TwoLocalOptions } from './two-local.ts';

/**
 * Layers of RY on every qubit and CNOTs on the reversed line, and RY at the end, as Qiskit's RealAmplitudes: all
 * amplitudes are real. It has qubits·(layers + 1) weights, in the order of the qubits.
 */
export function realAmplitudes(
  qubits: number,
  { topology = 'reverse-linear', ...options }: Omit<TwoLocalOptions, 'rotations'> = {},
): Circuit {
  return rotationsAndPairs('realAmplitudes', qubits, { ...options, rotations: ['ry'], topology });
}
