/**
 * P(K ≥ x) of Kolmogorov's distribution: how often √(n·m/(n + m)) times the distance of two samples of one continuous
 * distribution is at least x, as both grow. By one of Jacobi's two series, each where it converges fast (Marsaglia,
 * Tsang and Wang, J. Stat. Softw. 8(18), 2003).
 */
export function kolmogorovTail(x: number): number {
  if (x <= 0) return 1;
  let sum = 0;
  if (x < 1) {
    // 1 − √(2π)/x Σ exp(−(2k − 1)²π²/(8x²))
    for (let k = 1; k <= TERMS; k++) sum += Math.exp(-(((2 * k - 1) * Math.PI) ** 2) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  // 2 Σ (−1)ᵏ⁻¹ exp(−2k²x²)
  for (let k = TERMS; k >= 1; k--) sum = Math.exp(-2 * k * k * x * x) - sum;
  return 2 * sum;
}

/** The fifth term is below 10⁻²⁰ in either series. */
const TERMS = 4;
