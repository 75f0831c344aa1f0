import { MOST_QUBITS, type ZeroNorm } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';

/** How amplitudes are encoded. */
export interface AmplitudeOptions {
  /** The fewest that hold all features, if absent. */
  readonly qubits?: number;
  /** What a sample is whose features are all zero: an error if absent, or the state |0…0⟩, which has no gradient in them. */
  readonly zeroNorm?: ZeroNorm;
}

/**
 * Σ xₖ|k⟩/‖x‖, the rest of 2ⁿ amplitudes zero: the first part of a circuit on n qubits, before anything else. The
 * simulator divides by the norm of each row, so features need not be normalised and gradients are those of the quotient;
 * the length of x is lost. To keep it, or to pad with a constant, give each row a constant as one more feature.
 */
export function amplitudeEncoding(
  features: number,
  { qubits = fewest(features), zeroNorm }: AmplitudeOptions = {},
): Circuit {
  if (!(Number.isInteger(features) && features >= 1 && features <= 2 ** MOST_QUBITS))
    throw new Error(
      `amplitudeEncoding was given ${features} features. It takes a whole number from 1 to 2^${MOST_QUBITS}.`,
    );
  if (!(Number.isInteger(qubits) && qubits >= 1 && qubits <= MOST_QUBITS))
    throw new Error(`amplitudeEncoding was given ${qubits} qubits. It takes a whole number from 1 to ${MOST_QUBITS}.`);
  if (features > 2 ** qubits)
    throw new Error(
      `${features} features do not fit the ${2 ** qubits} amplitudes of ${qubits} qubits. Take ${fewest(features)} qubits.`,
    );
  if (zeroNorm !== undefined && zeroNorm !== 'error' && zeroNorm !== 'zero-state')
    throw new Error(`amplitudeEncoding was given zeroNorm ${zeroNorm}. It is error, or zero-state for |0…0⟩.`);
  return { qubits, ops: [], initial: [...Array(features).keys()], ...(zeroNorm ? { zeroNorm } : {}) };
}

const fewest = (features: number) => Math.max(1, Math.ceil(Math.log2(features)));
