import type { Program, Simulator } from '@hqnn/sim';

/** A metric in the angles of the rotations that weights turn, row by row, before the chain rule makes it one in the weights. */
export interface AngleMetric {
  /** How many circuits it executes on the simulator for each row of features. */
  executions(simulator: Simulator, program: Program): number;
  /** Calls `visit` with each entry that is not 0 by construction and lies on the diagonal or right of it. */
  each(
    simulator: Simulator,
    program: Program,
    features: ArrayLike<number>,
    weights: ArrayLike<number>,
    visit: (row: number, one: number, other: number, value: number) => void,
  ): void;
}
