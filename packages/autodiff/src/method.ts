import type { Gradients, Program, Simulator } from '@hqnn/sim';

/** What a method is asked for. */
export interface Wanted {
  /** Whether the gradient in the features is wanted; what is not wanted is not computed, and has length 0. */
  readonly features: boolean;
}

/** The gradients without what is not wanted. */
export const onlyWanted = (gradients: Gradients, { features }: Wanted): Gradients =>
  features ? gradients : { ...gradients, features: new Float64Array(0) };

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
