/** c of one term c·exp(i Σ order·τ) of a trigonometric polynomial in several variables τ. */
interface Term {
  readonly orders: readonly number[];
  readonly re: number;
  readonly im: number;
}

/**
 * The terms of a trigonometric polynomial in variables τ with the given degrees, from its values on the grid of 2d + 1
 * points 2πk/(2d + 1) in each: exact, as this many points are what such a polynomial is determined by. `evaluate` takes
 * all points of the grid at once.
 */
export function multivariateFourier(
  degrees: readonly number[],
  evaluate: (grid: readonly (readonly number[])[]) => readonly number[],
): readonly Term[] {
  const counts = degrees.map((degree) => 2 * degree + 1);
  const total = counts.reduce((product, count) => product * count, 1);
  const strides = counts.map((_, variable) => counts.slice(0, variable).reduce((product, count) => product * count, 1));
  const digits = Array.from({ length: total }, (_, k) =>
    counts.map((count, variable) => Math.floor(k / strides[variable]) % count),
  );
  const re = Float64Array.from(evaluate(digits.map((point) => point.map((k, v) => (2 * Math.PI * k) / counts[v]))));
  const im = new Float64Array(total);
  counts.forEach((count, variable) => transform(re, im, count, strides[variable]));
  // Orders above the degree are those below 0.
  const order = (k: number, variable: number) => (k > degrees[variable] ? k - counts[variable] : k);
  return digits.map((point, k) => ({ orders: point.map(order), re: re[k], im: im[k] }));
}

/** In place, in one variable: c_m = Σ value_k exp(−2πimk/count) / count. */
function transform(re: Float64Array, im: Float64Array, count: number, stride: number): void {
  const [cos, sin] = [Math.cos, Math.sin].map((of) =>
    Float64Array.from({ length: count }, (_, k) => of((2 * Math.PI * k) / count)),
  );
  const [lineRe, lineIm] = [new Float64Array(count), new Float64Array(count)];
  for (let start = 0; start < re.length; start++) {
    if (Math.floor(start / stride) % count !== 0) continue;
    for (let k = 0; k < count; k++) [lineRe[k], lineIm[k]] = [re[start + k * stride], im[start + k * stride]];
    for (let m = 0; m < count; m++) {
      let [sumRe, sumIm] = [0, 0];
      for (let k = 0; k < count; k++) {
        const turn = (m * k) % count;
        sumRe += lineRe[k] * cos[turn] + lineIm[k] * sin[turn];
        sumIm += lineIm[k] * cos[turn] - lineRe[k] * sin[turn];
      }
      re[start + m * stride] = sumRe / count;
      im[start + m * stride] = sumIm / count;
    }
  }
}
