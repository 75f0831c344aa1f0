/** How far the squares of amplitudes may be from 1 in sum: what single precision leaves of it. */
const NORM = 1e-4;

/**
 * Q = 2(1 − mean of Tr ρ_q² over the qubits), from 0 for a product state to 1 where every qubit is as mixed as it can be:
 * Meyer and Wallach, J. Math. Phys. 43, 4273 (2002), in the form of Brennen, Quantum Inf. Comput. 3, 619 (2003).
 * Amplitudes are as `state` gives them: 2ⁿ times two numbers, real and imaginary.
 */
export function meyerWallach(amplitudes: ArrayLike<number>, qubits: number): number {
  if (!(Number.isInteger(qubits) && qubits >= 1 && amplitudes.length === 2 * 2 ** qubits))
    throw new Error(
      `meyerWallach was given ${amplitudes.length} numbers for ${qubits} qubits. A state of n qubits has 2ⁿ amplitudes, of two numbers each.`,
    );
  let norm = 0;
  for (let k = 0; k < amplitudes.length; k++) norm += amplitudes[k] ** 2;
  if (!(Math.abs(norm - 1) < NORM))
    throw new Error(
      `meyerWallach was given amplitudes whose squares have the sum ${norm}. Those of a state have the sum 1.`,
    );
  let purities = 0;
  for (let qubit = 0; qubit < qubits; qubit++) purities += purityOf(amplitudes, 2 ** qubit) / norm ** 2;
  // Rounding may leave a product state a little below 0.
  return Math.max(0, 2 * (1 - purities / qubits));
}

/** Tr ρ_q² = ρ₀₀² + ρ₁₁² + 2|ρ₀₁|² of the qubit with this bit. */
function purityOf(amplitudes: ArrayLike<number>, bit: number): number {
  let [zero, one, re, im] = [0, 0, 0, 0];
  for (let k = 0; k < amplitudes.length / 2; k++) {
    if (k & bit) continue;
    const [a, b] = [2 * k, 2 * (k + bit)];
    zero += amplitudes[a] ** 2 + amplitudes[a + 1] ** 2;
    one += amplitudes[b] ** 2 + amplitudes[b + 1] ** 2;
    re += amplitudes[a] * amplitudes[b] + amplitudes[a + 1] * amplitudes[b + 1];
    im += amplitudes[a + 1] * amplitudes[b] - amplitudes[a] * amplitudes[b + 1];
  }
  return zero ** 2 + one ** 2 + 2 * (re ** 2 + im ** 2);
}
