import type { Program } from './program.ts';

/** Numbers of 32 or of 64 bits. */
export type Precision = 'single' | 'double';

/** ∇ of Σ cotangent·⟨O⟩: in the weights, summed over all rows, and in the features, row by row. */
export interface Gradients {
  readonly weights: Float64Array;
  readonly features: Float64Array;
}

/** What a gradient is asked for; what is not wanted is not computed, and has length 0. */
export interface Wanted {
  readonly features: boolean;
}

/** What is computed where nothing is said. */
export const EVERYTHING: Wanted = { features: true };

/** The angle of one slot, moved by so much: what a shift rule evaluates. */
export interface Shift {
  readonly slot: number;
  readonly shift: number;
}

/** How often each row is measured, and from which seed. */
export interface Shots {
  /** How often each row is measured: a whole number from 1. */
  readonly shots: number;
  /** The same seed gives the same outcomes. */
  readonly seed: number;
}

/**
 * Runs programs. `features` holds one row a sample, `weights` what all rows share; results come row by row.
 * All simulators give the same numbers, within the tolerance of their precision; they differ in cost alone.
 */
export interface Simulator {
  readonly name: string;
  /** That of the numbers it computes with; its results are Float64Arrays either way. */
  readonly precision: Precision;
  /** Whether its expectation values are estimates, which differ from call to call: from shots, or from trajectories. */
  readonly estimates?: true;
  /** ⟨O⟩ of each observable: rows × observables. */
  run(program: Program, features: ArrayLike<number>, weights: ArrayLike<number>): Float64Array;
  /** `run` once for each shift, with the angle of that slot moved: shifts × rows × observables. */
  runShifted(
    program: Program,
    features: ArrayLike<number>,
    weights: ArrayLike<number>,
    shifts: readonly Shift[],
  ): Float64Array;
  /** The gradient of Σ cotangent·⟨O⟩, exact, with one cotangent for each row and observable; all of it if not told. */
  pullBack(
    program: Program,
    features: ArrayLike<number>,
    weights: ArrayLike<number>,
    cotangents: ArrayLike<number>,
    wanted?: Wanted,
  ): Gradients;
  /** Amplitudes: rows × 2ⁿ × 2, real and imaginary parts. */
  state(program: Program, features: ArrayLike<number>, weights: ArrayLike<number>): Float64Array;
  /** |amplitude|²: rows × 2ⁿ. */
  probabilities(program: Program, features: ArrayLike<number>, weights: ArrayLike<number>): Float64Array;
  /** Measured basis states, qubit q in bit q: rows × shots. */
  sample(program: Program, features: ArrayLike<number>, weights: ArrayLike<number>, shots: Shots): Uint32Array;
  /** Frees what the simulator holds. It is not used afterwards. */
  dispose(): void;
}
