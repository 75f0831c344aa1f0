import { rowsIn } from './check.ts';
import type { Program } from './program.ts';
import type { Wanted } from './simulator.ts';
import { type State, zeroState } from './state.ts';

/** Below this norm a row of amplitudes has no direction, and there is no state to begin from. */
export const LEAST_NORM = 1e-12;
/** How far a norm may be from 1 and still be meant as 1: what 32-bit amplitudes leave of it. */
const UNIT = 1e-5;
/** Above this the squares of amplitudes come near to what single precision holds. */
const MOST_NORM = 1e15;

/**
 * Throws, naming the row, where amplitudes are too large, or of a norm of which an error is what the program wants, or zero where a slope in them
 * is wanted.
 */
export function checkAmplitudes(
  program: Program,
  features: ArrayLike<number>,
  wanted: Wanted = { features: false },
): void {
  const { initial, zeroNorm = 'error', otherNorm = 'divide', features: width } = program;
  if (!initial) return;
  for (let row = 0; row < rowsIn(program, features); row++) {
    const norm = normOf(initial, features, row * width);
    if (norm > MOST_NORM)
      throw new Error(
        `The amplitudes of row ${row} have norm ${norm}. It may be up to ${MOST_NORM}: divide them, as only their direction counts.`,
      );
    if (otherNorm === 'error' && norm >= LEAST_NORM && Math.abs(norm - 1) > UNIT)
      throw new Error(
        `The amplitudes of row ${row} have norm ${norm}. They were to have norm 1: divide them by it, or take otherNorm: 'divide'.`,
      );
    if (norm >= LEAST_NORM || (zeroNorm === 'zero-state' && !wanted.features)) continue;
    if (zeroNorm === 'zero-state')
      throw new Error(
        `The amplitudes of row ${row} have norm ${norm}, and the state |0…0⟩ in their place has no gradient in them. Ask for the gradient in the weights alone: { features: false }.`,
      );
    throw new Error(
      `The amplitudes of row ${row} have norm ${norm}, of which no quantum state can be made. Drop such samples, give them one amplitude, or take zeroNorm: 'zero-state'.`,
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
  if (norm < LEAST_NORM) return state;
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
