import { vector } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { type Block, blockOf, ENTANGLERS, type EntanglerName, onPairs } from './block.ts';
import { checkAnsatz } from './check-ansatz.ts';
import { type LayeredOptions, layered } from './layered.ts';
import { rot } from './rot.ts';

/** What the ansatz is made of, besides its qubits. */
export interface StronglyEntanglingOptions extends LayeredOptions {
  /** How far apart control and target are, for each layer: (l mod (qubits − 1)) + 1 in layer l if absent. */
  readonly ranges?: readonly number[];
  /** CNOT if absent. One with an angle has a weight for each qubit, at the end of the layer. */
  readonly entangler?: EntanglerName | Block;
}

/**
 * Layers of RZ, RY, RZ on every qubit and an entangler from each qubit q to (q + r) mod qubits: Schuld and others,
 * Phys. Rev. A 101, 032308 (2020), as PennyLane's StronglyEntanglingLayers. It has 3·qubits·layers weights, φ, θ, ω of
 * qubit 0 first. One qubit is not entangled.
 */
export function stronglyEntangling(
  qubits: number,
  { layers = 1, ranges, entangler = 'cnot', weights = 'theta', before, ...more }: StronglyEntanglingOptions = {},
): Circuit {
  checkNoMore('stronglyEntangling', more);
  checkAnsatz('stronglyEntangling', qubits, layers);
  if (ranges) checkRanges(qubits, layers, ranges);
  const block = blockOf(ENTANGLERS, entangler, 'entangler');
  const all = [...Array(qubits).keys()];
  const apart = (l: number) => ranges?.[l] ?? 1 + (l % (qubits - 1));
  const pairsIn = (l: number) => (qubits === 1 ? [] : all.map((q) => [q, (q + apart(l)) % qubits] as const));
  const size = 3 * qubits + pairsIn(0).length * block.weights;
  const theta = vector(weights, layers * size);
  const layer = (l: number) => {
    const own = theta.slice(l * size, (l + 1) * size);
    return [all.map((q) => rot(own.slice(3 * q, 3 * q + 3), q)), onPairs(block, pairsIn(l), own.slice(3 * qubits))];
  };
  return circuit(qubits, layered(layers, before, layer));
}

function checkRanges(qubits: number, layers: number, ranges: readonly number[]): void {
  if (ranges.length !== layers)
    throw new Error(`stronglyEntangling was given ${ranges.length} ranges for ${layers} layers. It takes one a layer.`);
  const wrong = ranges.findIndex((range) => !(Number.isInteger(range) && range >= 1 && range < Math.max(2, qubits)));
  if (wrong >= 0)
    throw new Error(
      `stronglyEntangling was given the range ${ranges[wrong]} for layer ${wrong}. A range is a whole number from 1 to ${qubits - 1}, ` +
        'below the number of qubits.',
    );
}
