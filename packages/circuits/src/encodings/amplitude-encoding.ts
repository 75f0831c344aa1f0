import type { Circuit } from '../circuit.ts';

/** Σ xₖ|k⟩/‖x‖, the rest of 2ⁿ amplitudes zero: the first part of a circuit on n = `qubits`, the fewest that hold them if absent. */
export function amplitudeEncoding(
  features: number,
  { qubits = Math.max(1, Math.ceil(Math.log2(features))) }: { readonly qubits?: number } = {},
): Circuit {
  if (!(Number.isInteger(features) && features >= 1))
    throw new Error(`Amplitude encoding was given ${features} features. It takes a whole number from 1.`);
  if (!(Number.isInteger(qubits) && qubits >= 1))
    throw new Error(`Amplitude encoding was given ${qubits} qubits. It takes a whole number from 1.`);
  if (features > 2 ** qubits)
    throw new Error(
      `${features} features do not fit the ${2 ** qubits} amplitudes of ${qubits} qubits. Take ${Math.ceil(Math.log2(features))} qubits.`,
    );
  return { qubits, ops: [], initial: [...Array(features).keys()] };
}
