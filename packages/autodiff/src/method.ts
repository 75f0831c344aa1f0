import type { Gradients, Program, Simulator, Wanted } from '@hqnn/sim';

/**
 * ∇ of Σ cotangent·⟨O⟩, in the weights, summed over all rows, and in the features, row by row.
 * All methods have this one type and agree on every program; they differ in what they need and what they cost.
 */
export interface GradientMethod {
  readonly name: string;
  /** What it was made with, where it is made with options: plain numbers, stored with a model. */
  readonly options?: Readonly<Record<string, number>>;
  /** How many circuits it executes for each row of features; the mean where calls differ. A sweep counts as one. */
  executions(program: Program, wanted: Wanted): number;
  pullBack(
    simulator: Simulator,
    program: Program,
    features: ArrayLike<number>,
    weights: ArrayLike<number>,
    cotangents: ArrayLike<number>,
    wanted: Wanted,
  ): Gradients;
  /**
   * `pullBack` once for each observable, with a cotangent of 1 for it in every row: where one set of executions tells of
   * all observables at once. Without it, a Jacobian takes so many pull-backs.
   */
  jacobian?(
    simulator: Simulator,
    program: Program,
    features: ArrayLike<number>,
    weights: ArrayLike<number>,
    wanted: Wanted,
  ): readonly Gradients[];
}
