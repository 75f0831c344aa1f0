import type { Program } from './program.ts';
import type { Simulator } from './simulator.ts';

/** Values with the standard error of each: rows × observables. */
export interface Estimates {
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

/**
 * A simulator whose expectation values are estimates. Every call draws anew, and the same sequence of calls from the
 * same seed gives the same numbers.
 */
export interface EstimatingSimulator extends Simulator {
  readonly estimates: true;

  /** Expectation values as `run` gives them, with their standard errors. */
  estimate(program: Program, features: ArrayLike<number>, weights: ArrayLike<number>): Estimates;
}

/** Whether a simulator tells the errors of its expectation values. */
export const isEstimating = (simulator: Simulator): simulator is EstimatingSimulator => 'estimate' in simulator;
