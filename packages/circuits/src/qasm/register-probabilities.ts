import type { Params } from '../bind.ts';
import type { RunOptions } from '../expectation.ts';
import { probabilities } from '../measure.ts';
import type { QasmProgram } from './read-qasm.ts';

/** What is left out of a distribution: rounding. */
const TINY = 1e-14;

/**
 * The distribution of the classical bits: the value of all registers, in decimal, to its probability, from the least
 * value. Bit 0 of the first register is the least significant; a bit that nothing is measured into is 0.
 */
export function registerProbabilities(
  { circuit, measurements }: QasmProgram,
  params: Params = {},
  options: RunOptions = {},
): Readonly<Record<string, number>> {
  const qubits = [...new Set(measurements.map(({ qubit }) => qubit))];
  const outcomes = qubits.length === 0 ? Float64Array.of(1) : probabilities(circuit, params, { ...options, qubits });
  const value = (outcome: number) =>
    measurements.reduce(
      (sum, { qubit, bit }) => ((outcome >> qubits.indexOf(qubit)) & 1 ? sum | (1n << BigInt(bit)) : sum),
      0n,
    );
  const entries = [...outcomes.keys()]
    .filter((outcome) => outcomes[outcome] > TINY)
    .map((outcome) => [value(outcome), outcomes[outcome]] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, p]) => [`${key}`, p]));
}
