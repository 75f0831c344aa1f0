import type { Circuit } from '../circuit.ts';
import type { LayeredOptions } from './layered.ts';
import { type RotationName, rotationsAndPairs } from './two-local.ts';

/** What the ansatz is made of, besides its qubits. */
export interface BasicEntanglerOptions extends LayeredOptions {
  /** The one rotation of each qubit in each layer: RX if absent. */
  readonly rotation?: RotationName;
}

/**
 * Layers of one rotation a qubit and a ring of CNOTs, as PennyLane's BasicEntanglerLayers; two qubits have a single
 * CNOT. It has qubits·layers weights, in the order of the qubits.
 */
export function basicEntangler(qubits: number, { rotation = 'rx', ...options }: BasicEntanglerOptions = {}): Circuit {
  return rotationsAndPairs('basicEntangler', qubits, { ...options, rotations: [rotation], final: false });
}
