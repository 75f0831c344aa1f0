import { vector } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { ry } from '../op.ts';
import { BLOCKS, onPairs } from './block.ts';
import { checkAnsatz } from './check-ansatz.ts';
import { type LayeredOptions, layered } from './layered.ts';
import { pairsOf } from './topology.ts';

/**
 * RY on every qubit, then layers of CZ and two RY on (0, 1), (2, 3), …, then on (1, 2), (3, 4), …: Cerezo and others,
 * Nat. Commun. 12, 1791 (2021), as PennyLane's SimplifiedTwoDesign. It has qubits + 2·(qubits − 1)·layers weights: the
 * first RY of each qubit, then those of each pair. What is `before` layer 0 stands before the first RY. From 2 qubits.
 */
export function simplifiedTwoDesign(
  qubits: number,
  { layers = 1, weights = 'theta', before, ...more }: LayeredOptions = {},
): Circuit {
  checkNoMore('simplifiedTwoDesign', more);
  checkAnsatz('simplifiedTwoDesign', qubits, layers, 2);
  const block = BLOCKS['cz-ry'];
  const pairs = pairsOf(qubits, 'pairwise');
  const size = pairs.length * block.weights;
  const theta = vector(weights, qubits + layers * size);
  const [first, rest] = [theta.slice(0, qubits).map((angle, q) => ry(angle, q)), theta.slice(qubits)];
  return circuit(
    qubits,
    layered(layers, before, (l) => [l === 0 ? first : [], onPairs(block, pairs, rest.slice(l * size, (l + 1) * size))]),
  );
}
