import type { Expectation, Params } from '@hqnn/circuits';
import { checkExact } from './check-exact.ts';
import { fisherAt } from './fisher-at.ts';
import { pointsOn } from './points-on.ts';

/**
 * F(θ) = mean over rows x of Σ_y ∂p(y|x,θ) ∂p(y|x,θ)ᵀ / p(y|x,θ), exact: the empirical Fisher information of Abbas and
 * others, Nat. Comput. Sci. 1, 403 (2021), with the mean over labels taken in full. `f` gives the probabilities of all
 * outcomes y, as expectation(circuit, outcomes(…)) does. One list of numbers for each weight, in the order of f.vectors.
 */
export function fisherInformation(
  f: Expectation<Float64Array>,
  rows: readonly ArrayLike<number>[],
  params: Params = {},
): readonly (readonly number[])[] {
  checkExact('fisherInformation', f.simulator);
  const fisher = fisherAt('fisherInformation', f, pointsOn('fisherInformation', f, rows, params));
  const size = f.program.weights;
  return Array.from({ length: size }, (_, k) => [...fisher.subarray(k * size, (k + 1) * size)]);
}
