import { vector } from '../angle.ts';
import { type Circuit, circuit, type Part } from '../circuit.ts';
import { ry, rz } from '../op.ts';
import { type EntanglerOptions, entangler } from './entangler.ts';

/** What the ansatz is made of, besides its qubits. */
export interface HardwareEfficientOptions extends EntanglerOptions {
  readonly layers?: number;
  /** One more RY on each qubit at the end: without it the last RZ, and with CZ the last entangler, do nothing to ⟨Z⟩. */
  readonly final?: boolean;
  /** The name of its weights: 2·qubits·layers, and `qubits` more with a final RY. */
  readonly weights?: string;
  /** What stands before each layer. */
  readonly before?: (layer: number) => Part;
}

/** Layers of RY and RZ on every qubit and an entangler: Kandala and others, Nature 549, 242 (2017). */
export function hardwareEfficient(
  qubits: number,
  { layers = 1, final = true, weights = 'theta', before = () => [], ...entangling }: HardwareEfficientOptions = {},
): Circuit {
  if (!(Number.isInteger(layers) && layers >= 1))
    throw new Error(`An ansatz has ${layers} layers. It has a whole number from 1.`);
  const theta = vector(weights, 2 * qubits * layers + (final ? qubits : 0));
  const wires = [...Array(qubits).keys()];
  const layer = (l: number) => [
    before(l),
    wires.map((q) => [ry(theta[2 * (l * qubits + q)], q), rz(theta[2 * (l * qubits + q) + 1], q)]),
    entangler(qubits, entangling),
  ];
  const last = () => wires.map((q) => ry(theta[2 * qubits * layers + q], q));
  return circuit(
    qubits,
    Array.from({ length: layers }, (_, l) => layer(l)),
    final ? last() : [],
  );
}
