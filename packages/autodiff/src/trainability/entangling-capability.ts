import type { Circuit } from '@hqnn/circuits';
import { checkNoOthers } from '../check-option.ts';
import { ofDrawnStates, type StatesOptions } from './drawn-states.ts';
import { meyerWallach } from './meyer-wallach.ts';
import { type Sampled, sampledMean } from './moments.ts';

/** How entangling capability is estimated. */
export interface EntanglingCapabilityOptions extends StatesOptions {
  /** How many states are drawn: a whole number from 2, and 5,000 if absent. */
  readonly samples?: number;
}

/** The mean of the Meyer–Wallach measure, with its standard error. */
export interface EntanglingCapability extends Sampled {
  readonly samples: number;
}

/**
 * The mean over drawn weights of the Meyer–Wallach measure of the state: Sim, Johnson and Aspuru-Guzik, Adv. Quantum
 * Technol. 2, 1900070 (2019). Random states of N = 2ⁿ amplitudes have (N − 2)/(N + 1).
 */
export function entanglingCapability(
  circuit: Circuit,
  { samples = 5000, seed, initialisation, x, simulator, ...more }: EntanglingCapabilityOptions = {},
): EntanglingCapability {
  const options = { seed, initialisation, x, simulator };
  checkNoOthers('entanglingCapability', { samples, ...options }, more);
  const measured = ofDrawnStates('entanglingCapability', circuit, samples, 1, options, (state) =>
    meyerWallach(state, circuit.qubits),
  );
  return { ...sampledMean(measured), samples };
}
