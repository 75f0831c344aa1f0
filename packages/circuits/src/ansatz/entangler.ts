import { vector } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { type Block, blockOf, ENTANGLERS, type EntanglerName, onPairs } from './block.ts';
import { checkAnsatz } from './check-ansatz.ts';
import { pairsOf, type Topology, type TopologyName } from './topology.ts';

/** Which gate entangles, and which pairs of qubits, both by name: what a stored model says. */
export interface EntanglerOptions {
  readonly entangler?: EntanglerName;
  readonly topology?: TopologyName;
}

/** Which gate or block entangles, and which pairs of qubits. */
export interface EntanglingOptions {
  /** CNOT if absent. One with an angle has a weight for each pair. */
  readonly entangler?: EntanglerName | Block;
  /** A ring if absent. */
  readonly topology?: Topology;
}

/** One gate or block for each pair of a topology. Its weights, if the gate has an angle: those of each pair, in order. */
export function entangler(
  qubits: number,
  {
    entangler = 'cnot',
    topology = 'ring',
    weights = 'theta',
    ...more
  }: EntanglingOptions & { readonly weights?: string } = {},
): Circuit {
  checkNoMore('entangler', more);
  checkAnsatz('entangler', qubits, 1);
  const block = blockOf(ENTANGLERS, entangler, 'entangler');
  const pairs = pairsOf(qubits, topology);
  return circuit(qubits, onPairs(block, pairs, vector(weights, pairs.length * block.weights)));
}
