import { vector } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { BLOCKS, type Block, type BlockName, blockOf, onPairs } from './block.ts';
import { checkAnsatz } from './check-ansatz.ts';
import { halvings } from './remaining.ts';
import { bricks } from './topology.ts';

/** What a tree or a MERA is made of, besides its qubits. */
export interface TreeOptions {
  /** RY on both and a CNOT, `ry-cnot`, if absent. */
  readonly block?: BlockName | Block;
  /** The name of its weights, `theta` if absent. */
  readonly weights?: string;
}

/**
 * A tree tensor network: a block on each two neighbours, of which the second goes on to the next level, until one
 * remains. Grant and others, npj Quantum Inf. 4, 65 (2018). The result is on the last qubit: Z(qubits − 1). It has
 * (qubits − 1) times the weights of a block, level by level. From 2 qubits, any number: one without a neighbour goes on.
 */
export function treeTensor(
  qubits: number,
  { block: given = 'ry-cnot', weights = 'theta', ...more }: TreeOptions = {},
): Circuit {
  checkNoMore('treeTensor', more);
  checkAnsatz('treeTensor', qubits, 1, 2);
  const block = blockOf(BLOCKS, given, 'block');
  const pairs = halvings(qubits).flatMap((level) => bricks(level, 0));
  return circuit(qubits, onPairs(block, pairs, vector(weights, pairs.length * block.weights)));
}
