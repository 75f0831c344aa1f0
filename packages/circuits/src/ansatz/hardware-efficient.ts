import type { Circuit } from '../circuit.ts';
import type { EntanglingOptions } from './entangler.ts';
import type { LayeredOptions } from './layered.ts';
import { rotationsAndPairs } from './two-local.ts';

/** What the ansatz is made of, besides its qubits. */
export interface HardwareEfficientOptions extends LayeredOptions, EntanglingOptions {
  /** One more RY on each qubit at the end: without it the last RZ, and with CZ the last entangler, do nothing to ⟨Z⟩. */
  readonly final?: boolean;
}

/**
 * Layers of RY and RZ on every qubit and an entangler: Kandala and others, Nature 549, 242 (2017). It has
 * 2·qubits·layers weights, RY and RZ of qubit 0 first, and `qubits` more with a final RY; those of entanglers with an
 * angle come at the end of each layer.
 */
export function hardwareEfficient(
  qubits: number,
  { final = true, ...options }: HardwareEfficientOptions = {},
): Circuit {
  return rotationsAndPairs('hardwareEfficient', qubits, {
    ...options,
    rotations: ['ry', 'rz'],
    final: final ? ['ry'] : [],
  });
}
