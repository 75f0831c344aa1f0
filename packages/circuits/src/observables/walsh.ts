/** Σₖ (−1)^|k∧z| vₖ for each z, in place: the Walsh–Hadamard transform of 2ⁿ numbers, in n·2ⁿ steps. */
export function walsh(v: Float64Array): Float64Array {
  for (let half = 1; half < v.length; half *= 2)
    for (let k = 0; k < v.length; k++) {
      if (k & half) continue;
      const [a, b] = [v[k], v[k | half]];
      v[k] = a + b;
      v[k | half] = a - b;
    }
  return v;
}
