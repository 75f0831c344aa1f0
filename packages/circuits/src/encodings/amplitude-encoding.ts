import type { ZeroNorm } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';

/** How amplitudes are encoded. */
export interface AmplitudeOptions {
  /** The fewest that hold all features, if absent. */
  readonly qubits?: number;
  /** What a sample is whose features are all zero: an error if absent, or the state |0…0⟩, which has no gradient in them. */
  readonly zeroNorm?: ZeroNorm;
}

/** Σ xₖ|k⟩/‖x‖, the rest of 2ⁿ amplitudes zero: the first part of a circuit on n qubits. */
export function amplitudeEncoding(
  features: number,
  { qubits = Math.max(1, Math.ceil(Math.log2(features))), zeroNorm }: AmplitudeOptions = {},
): Circuit {
  if (!(Number.isInteger(features) && features >= 1))
    throw new Error(`Amplitude encoding was given ${features} features. It takes a whole number from 1.`);
  if (!(Number.isInteger(qubits) && qubits >= 1))
    throw new Error(`Amplitude encoding was given ${qubits} qubits. It takes a whole number from 1.`);
  if (features > 2 ** qubits)
    throw new Error(
      `${features} features do not fit the ${2 ** qubits} amplitudes of ${qubits} qubits. Take ${Math.ceil(Math.log2(features))} qubits.`,
    );
  return { qubits, ops: [], initial: [...Array(features).keys()], ...(zeroNorm ? { zeroNorm } : {}) };
}
