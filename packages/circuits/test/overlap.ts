/** |Σ āₖbₖ|/Σ |aₖ|²: 1 for states, or unitaries, that are the same but for a phase. */
export function overlap(one: Float64Array, other: Float64Array): number {
  let [re, im, size] = [0, 0, 0];
  for (let k = 0; k < one.length; k += 2) {
    re += one[k] * other[k] + one[k + 1] * other[k + 1];
    im += one[k] * other[k + 1] - one[k + 1] * other[k];
    size += one[k] ** 2 + one[k + 1] ** 2;
  }
  return Math.hypot(re, im) / size;
}
