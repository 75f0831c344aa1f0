import { vector } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { BLOCKS, type Block, type BlockName, blockOf, onPairs } from './block.ts';
import { checkAnsatz } from './check-ansatz.ts';
import { type LayeredOptions, layered } from './layered.ts';
import { pairsOf } from './topology.ts';

/** What the ansatz is made of, besides its qubits. */
export interface BrickworkOptions extends LayeredOptions {
  /** Any gate on two qubits, `su4`, if absent. */
  readonly block?: BlockName | Block;
}

/**
 * Layers of blocks like bricks in a wall: on (0, 1), (2, 3), …, then on (1, 2), (3, 4), … It has (qubits − 1) blocks a
 * layer, each with its own weights, in that order: (qubits − 1)·layers times those of a block. From 2 qubits.
 */
export function brickwork(
  qubits: number,
  { block: given = 'su4', layers = 1, weights = 'theta', before, ...more }: BrickworkOptions = {},
): Circuit {
  checkNoMore('brickwork', more);
  checkAnsatz('brickwork', qubits, layers, 2);
  const block = blockOf(BLOCKS, given, 'block');
  const pairs = pairsOf(qubits, 'pairwise');
  const size = pairs.length * block.weights;
  const theta = vector(weights, layers * size);
  return circuit(
    qubits,
    layered(layers, before, (l) => onPairs(block, pairs, theta.slice(l * size, (l + 1) * size))),
  );
}
