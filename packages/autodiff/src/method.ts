import type { Gradients, Program, Simulator, Wanted } from '@hqnn/sim';

/**
 * ∇ of Σ cotangent·⟨O⟩, in the weights, summed over all rows, and in the features, row by row.
 * All methods have this one type and agree on every program; they differ in what they need and what they cost.
 */
export interface GradientMethod {
  readonly name: string;
  pullBack(
    simulator: Simulator,
    program: Program,
    features: ArrayLike<number>,
    weights: ArrayLike<number>,
    cotangents: ArrayLike<number>,
    wanted: Wanted,
  ): Gradients;
}
