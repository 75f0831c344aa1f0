/** A number that was estimated from independent draws, with its standard error. */
export interface Sampled {
  readonly value: number;
  readonly error: number;
}

/** Σ values / n */
export function meanOf(values: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k];
  return total / values.length;
}

/** Σ (value − mean)² / (n − 1), of two values or more. */
export function varianceOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let total = 0;
  for (let k = 0; k < values.length; k++) total += (values[k] - mean) ** 2;
  return total / (values.length - 1);
}

/** The mean of independent draws, two or more. */
export const sampledMean = (values: ArrayLike<number>): Sampled => ({
  value: meanOf(values),
  error: Math.sqrt(varianceOf(values) / values.length),
});
