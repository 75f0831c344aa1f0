import type { Circuit } from '@hqnn/circuits';
import { checkNoOthers, checkWhole } from '../check-option.ts';
import { divergence, expectedDivergence } from './divergence.ts';
import { ofDrawnStates, type StatesOptions } from './drawn-states.ts';
import { logHaarMasses } from './haar-fidelity.ts';
import type { Sampled } from './moments.ts';

/** How expressibility is estimated. */
export interface ExpressibilityOptions extends StatesOptions {
  /** How many pairs of states are drawn: a whole number from 2, and 5,000 if absent. */
  readonly samples?: number;
  /** Into how many bins their fidelities are sorted: a whole number from 2, and 75 if absent. */
  readonly bins?: number;
}

/** How far the states of a circuit are from random ones: 0 if not at all. In nats, with its standard error. */
export interface Expressibility extends Sampled {
  /** What as many pairs of random states would have on average: below this the measure tells nothing. */
  readonly floor: number;
  readonly samples: number;
  /** The share of the fidelities in each bin, from 0 to 1, and what random states would have there. */
  readonly histogram: { readonly drawn: readonly number[]; readonly haar: readonly number[] };
}

/**
 * D(P̂(F) ‖ P_Haar(F)) for the fidelity F = |⟨ψ(θ)|ψ(φ)⟩|² of states at weights that are drawn independently: Sim, Johnson
 * and Aspuru-Guzik, Adv. Quantum Technol. 2, 1900070 (2019), who draw 5,000 pairs and sort them into 75 bins. The smaller,
 * the more expressible. It depends on the bins: compare what was sorted into as many.
 */
export function expressibility(
  circuit: Circuit,
  { samples = 5000, bins = 75, seed, initialisation, x, simulator, ...more }: ExpressibilityOptions = {},
): Expressibility {
  const options = { seed, initialisation, x, simulator };
  checkNoOthers('expressibility', { samples, bins, ...options }, more);
  checkWhole('expressibility', { bins }, 2);
  const fidelities = ofDrawnStates('expressibility', circuit, samples, 2, options, fidelityOf);
  const counts = new Float64Array(bins);
  // Rounding may leave a fidelity a little above 1.
  for (const fidelity of fidelities) counts[Math.min(bins - 1, Math.floor(bins * fidelity))]++;
  const logMasses = logHaarMasses(circuit.qubits, bins);
  return {
    ...divergence(counts, logMasses),
    floor: expectedDivergence(samples, logMasses),
    samples,
    histogram: { drawn: Array.from(counts, (count) => count / samples), haar: Array.from(logMasses, Math.exp) },
  };
}

/** |⟨φ|ψ⟩|² of two states, one after another. */
function fidelityOf(states: Float64Array): number {
  const [phi, psi] = [states.subarray(0, states.length / 2), states.subarray(states.length / 2)];
  let [re, im] = [0, 0];
  for (let k = 0; k < phi.length; k += 2) {
    re += phi[k] * psi[k] + phi[k + 1] * psi[k + 1];
    im += phi[k] * psi[k + 1] - phi[k + 1] * psi[k];
  }
  return re ** 2 + im ** 2;
}
