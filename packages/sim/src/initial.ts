import { rowsIn } from './check.ts';
import type { Program } from './program.ts';
import { type State, zeroState } from './state.ts';

/** Below this norm a row of amplitudes has no direction, and there is no state to begin from. */
const LEAST_NORM = 1e-12;

/** Throws, naming the row, unless every row has a norm that amplitudes can be divided by. */
export function checkAmplitudes(program: Program, features: ArrayLike<number>): void {
  if (!program.initial) return;
  for (let row = 0; row < rowsIn(program, features); row++) {
    const norm = normOf(program.initial, features, row * program.features);
    if (norm < LEAST_NORM)
      throw new Error(
        `The amplitudes of row ${row} have norm ${norm}, of which no quantum state can be made. Drop such samples, or give them one amplitude.`,
      );
  }
}

/** The state that a row begins from: |0…0⟩, or its features as amplitudes, x/‖x‖. */
export function initialState(
  { qubits, initial, features: width }: Program,
  features: ArrayLike<number>,
  row: number,
): State {
  const state = zeroState(qubits);
  if (!initial) return state;
  const norm = normOf(initial, features, row * width);
  initial.forEach((feature, k) => {
    state[2 * k] = features[row * width + feature] / norm;
  });
  return state;
}

/** Carries λ = ∂L/∂ψ̄ at the start back to the features of a row: (g − ψ(ψ·g))/‖x‖ with g = 2 Re λ. */
export function pullBackInitial(
  { initial, features: width }: Program,
  features: ArrayLike<number>,
  row: number,
  lambda: State,
  gradient: Float64Array,
): void {
  if (!initial) return;
  const start = row * width;
  const norm = normOf(initial, features, start);
  const along = initial.reduce((sum, feature, k) => sum + (2 * lambda[2 * k] * features[start + feature]) / norm, 0);
  initial.forEach((feature, k) => {
    gradient[start + feature] += (2 * lambda[2 * k] - (along * features[start + feature]) / norm) / norm;
  });
}

/** ‖x‖ of the features that are amplitudes, of the row that begins at `start`. */
export function normOf(initial: readonly number[], features: ArrayLike<number>, start: number): number {
  let sum = 0;
  for (let k = 0; k < initial.length; k++) sum += features[start + initial[k]] ** 2;
  return Math.sqrt(sum);
}
