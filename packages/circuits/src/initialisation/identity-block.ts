import type { Angle } from '../angle.ts';
import { type Circuit, circuit as circuitOf, inverse } from '../circuit.ts';
import { compile } from '../compile.ts';

/**
 * U(θ) U(φ)†, the identity where φ = θ, and as trainable as both: Grant and others, Quantum 3, 214 (2019). The vectors
 * keep their names and are twice as long: φ follows θ. `initialWeights` with the method identity-blocks starts it at the
 * identity. A deep circuit is several of them, each with weights of its own:
 *
 *     circuit(4, ['a', 'b'].map((weights) => identityBlock(hardwareEfficient(4, { weights }))));
 */
export function identityBlock(circuit: Circuit): Circuit {
  const { vectors } = compile(circuit);
  if (vectors.length === 0)
    throw new Error('identityBlock was given a circuit without weights, which does nothing next to its own inverse.');
  const lengths = new Map(vectors.map(({ name, length }) => [name, length]));
  const moved = (angle: Angle): Angle => {
    if (typeof angle === 'number' || !angle.weight) return angle;
    const { name, index } = angle.weight;
    return { ...angle, weight: { name, index: index + (lengths.get(name) ?? 0) } };
  };
  const second = circuit.ops.map((op) => ('angle' in op ? { ...op, angle: moved(op.angle) } : op));
  return circuitOf(circuit.qubits, circuit, inverse({ ...circuit, ops: second }));
}
