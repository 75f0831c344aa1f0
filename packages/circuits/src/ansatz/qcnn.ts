import { vector } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { BLOCKS, type Block, type BlockName, blockOf } from './block.ts';
import { checkAnsatz } from './check-ansatz.ts';
import { halvings } from './remaining.ts';
import { bricks, type Pair } from './topology.ts';

/** What the network is made of, besides its qubits. */
export interface QcnnOptions {
  /** How often it convolves and pools: until one qubit remains, ⌈log₂ qubits⌉ times, if absent. */
  readonly layers?: number;
  /** The convolution: any gate on two qubits, `su4`, if absent. */
  readonly block?: BlockName | Block;
  /** What carries the first qubit of a pair over to the second: controlled rotations, `pooling`, if absent. */
  readonly pooling?: BlockName | Block;
  /** The name of its weights, `theta` if absent. */
  readonly weights?: string;
}

/**
 * A quantum convolutional network: Cong, Choi and Lukin, Nat. Phys. 15, 1273 (2019); its pooling is that of Hur, Kim and
 * Park, Quantum Mach. Intell. 4, 3 (2022). A layer is one block, of the same weights, on all neighbours in a ring, then a
 * pooling, of the same weights, from the first to the second of each two. The qubits remaining(qubits, layers) hold the
 * result: the last, Z(qubits − 1), if all layers are there. Weights: a block's, then a pooling's, for each layer. From 2
 * qubits, any number: one without a neighbour goes on. Of the last layer, what turns about Z
 * at the end does nothing to ⟨Z⟩: two weights of the default (and on two qubits the first two RZ, which meet |0⟩).
 */
export function qcnn(
  qubits: number,
  { layers, block = 'su4', pooling = 'pooling', weights = 'theta', ...more }: QcnnOptions = {},
): Circuit {
  checkNoMore('qcnn', more);
  checkAnsatz('qcnn', qubits, layers ?? 1, 2);
  const levels = halvings(qubits).slice(0, layers);
  if (layers !== undefined && layers > levels.length)
    throw new Error(
      `qcnn was given ${layers} layers for ${qubits} qubits. It takes ${levels.length} at most: then one qubit remains.`,
    );
  const convolve = blockOf(BLOCKS, block, 'block');
  const pool = blockOf(BLOCKS, pooling, 'pooling');
  const size = convolve.weights + pool.weights;
  const theta = vector(weights, levels.length * size);
  return circuit(
    qubits,
    levels.map((level, l) => {
      const own = theta.slice(l * size, (l + 1) * size);
      const [shared, pooled] = [own.slice(0, convolve.weights), own.slice(convolve.weights)];
      return [
        ringOf(level).map(([one, other]) => convolve.on(shared, one, other)),
        bricks(level, 0).map(([one, other]) => pool.on(pooled, one, other)),
      ];
    }),
  );
}

/** All neighbours, two by two, the last with the first at the end. Two qubits are neighbours once. */
function ringOf(level: readonly number[]): readonly Pair[] {
  const line = [...bricks(level, 0), ...bricks(level, 1)];
  return level.length > 2 ? [...line, [level[level.length - 1], level[0]]] : line;
}
