import type { Expectation } from '@hqnn/circuits';
import { angleRows, byAngles, type Point, slopesInWeights } from '@hqnn/sim';
import { blocksIn } from '../blocks-in.ts';
import type { GradientMethod } from '../method.ts';
import { checkExact } from './check-exact.ts';

/**
 * ∂⟨O⟩/∂θ at each point: points × weights. By the adjoint sweep over all of them at once, or by a method point by point,
 * as in training.
 */
export function slopesAt(
  who: string,
  { program, simulator }: Expectation<number>,
  points: readonly Point[],
  method?: GradientMethod,
): Float64Array {
  const slopes = new Float64Array(points.length * program.weights);
  if (method) {
    points.forEach(({ features, weights }, row) => {
      const gradient = method.pullBack(simulator, program, features, weights, [1], { features: false });
      slopes.set(gradient.weights, row * program.weights);
    });
    return slopes;
  }
  checkExact(`${who} without a method`, simulator);
  let row = 0;
  for (const block of blocksIn(points, 2 * 2 ** program.qubits)) {
    const ones = new Float64Array(block.length).fill(1);
    const gradient = simulator.pullBack(byAngles(program), angleRows(program, block), [], ones);
    slopes.set(slopesInWeights(program, block, gradient.features), row * program.weights);
    row += block.length;
  }
  return slopes;
}
