import type { Expectation } from '@hqnn/circuits';
import type { Point } from '@hqnn/sim';
import { blocksIn } from '../blocks-in.ts';
import { outcomeSlopes } from './outcome-slopes.ts';

/** Outcomes less likely than this are left out: at p = 0 the slope is 0, and ∂p∂p/p depends on where it is come from. */
const LEAST = 1e-14;

/** F = mean over the points of Σ ∂p∂pᵀ/p over the outcomes: weights × weights, row by row. */
export function fisherAt(who: string, f: Expectation<Float64Array>, points: readonly Point[]): Float64Array {
  const { qubits, weights, observables } = f.program;
  const fisher = new Float64Array(weights * weights);
  for (const block of blocksIn(points, 2 * 2 ** qubits)) {
    const { probabilities, slopes } = outcomeSlopes(who, f, block);
    slopes.forEach((inWeights, outcome) => {
      block.forEach((_, row) => {
        const p = probabilities[row * observables.length + outcome];
        if (p < LEAST) return;
        const slope = inWeights.subarray(row * weights, (row + 1) * weights);
        addOuter(fisher, slope, 1 / (p * points.length));
      });
    });
  }
  return fisher;
}

/** matrix + factor · vvᵀ, in place. */
function addOuter(matrix: Float64Array, v: Float64Array, factor: number): void {
  for (let i = 0; i < v.length; i++)
    for (let j = 0; j < v.length; j++) matrix[i * v.length + j] += factor * (v[i] * v[j]);
}
