/**
 * The logarithms of the probabilities that the fidelity |⟨φ|ψ⟩|² of two random states lies in each of so many equal bins:
 * (1 − a)^(N−1) − (1 − b)^(N−1) from a to b, the exact integral of (N − 1)(1 − F)^(N−2) with N = 2ⁿ (Życzkowski and
 * Sommers, Phys. Rev. A 71, 032313 (2005)). As logarithms, for those of large N are too small for a number.
 */
export function logHaarMasses(qubits: number, bins: number): Float64Array {
  const power = 2 ** qubits - 1;
  return Float64Array.from({ length: bins }, (_, bin) => {
    const [above, beyond] = [1 - bin / bins, 1 - (bin + 1) / bins];
    return power * Math.log(above) + Math.log1p(-((beyond / above) ** power));
  });
}
