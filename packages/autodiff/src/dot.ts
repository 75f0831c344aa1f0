/** Σ aₖbₖ: Re⟨a|b⟩ of amplitudes, whose real and imaginary parts stand side by side. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

/** a + factor·b, into a. */
export function addTo(a: Float64Array, factor: number, b: Float64Array): void {
  for (let k = 0; k < a.length; k++) a[k] += factor * b[k];
}
