import type { Sampled } from './moments.ts';
import { weightedLine } from './weighted-line.ts';

/** value ≈ amplitude · rateⁿ, fitted to estimates. */
export interface Decay {
  /** What one more of n multiplies the value by: ½ where it halves. With its standard error. */
  readonly rate: number;
  readonly error: number;
  readonly amplitude: number;
  /** The share of the variance of log value that the fit explains. */
  readonly rSquared: number;
  /** How many estimates it was fitted to. */
  readonly fitted: number;
}

/**
 * The fit by least squares on log value, each estimate with its own error. Estimates below `least` are those of what is 0
 * everywhere, and have no logarithm: they are left out. Null where estimates at fewer than two n are left.
 */
export function exponentialDecay(
  estimates: readonly (Sampled & { readonly n: number })[],
  least: number,
): Decay | null {
  const kept = estimates.filter(({ value }) => value > least);
  if (new Set(kept.map(({ n }) => n)).size < 2) return null;
  // An estimate without any scatter would have all the weight.
  const logs = kept.map(({ n, value, error }) => ({
    at: n,
    value: Math.log(value),
    error: Math.max(error / value, 1e-9),
  }));
  const { intercept, slope, error, rSquared } = weightedLine(logs);
  const rate = Math.exp(slope);
  return { rate, error: rate * error, amplitude: Math.exp(intercept), rSquared, fitted: kept.length };
}
