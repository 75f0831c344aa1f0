import { vector } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { BLOCKS, blockOf, onPairs } from './block.ts';
import { checkAnsatz } from './check-ansatz.ts';
import { halvings } from './remaining.ts';
import { bricks } from './topology.ts';
import type { TreeOptions } from './tree-tensor.ts';

/**
 * A multi-scale entanglement renormalisation ansatz with open ends: a tree whose levels begin with blocks across its
 * pairs, (1, 2), (3, 4), …, that disentangle them. Vidal, Phys. Rev. Lett. 99, 220405 (2007); as a classifier Grant and
 * others, npj Quantum Inf. 4, 65 (2018). The result is on the last qubit: Z(qubits − 1). A level on m qubits has m − 1
 * blocks, those across first, and ⌈m/2⌉ qubits go on: 2·qubits − 2 − log₂ qubits blocks for a power of two. From 2 qubits.
 */
export function mera(
  qubits: number,
  { block: given = 'ry-cnot', weights = 'theta', ...more }: TreeOptions = {},
): Circuit {
  checkNoMore('mera', more);
  checkAnsatz('mera', qubits, 1, 2);
  const block = blockOf(BLOCKS, given, 'block');
  const pairs = halvings(qubits).flatMap((level) => [...bricks(level, 1), ...bricks(level, 0)]);
  return circuit(qubits, onPairs(block, pairs, vector(weights, pairs.length * block.weights)));
}
