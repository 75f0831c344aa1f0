/** How fast Adam forgets, and what keeps it from dividing by 0: as in tfjs on 32-bit floats. */
const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-7];

/** One update: moves the weights, which it changes, against the gradient. */
export type Update = (weights: Float32Array, gradient: ArrayLike<number>, rate: number) => void;

/** Adam for so many weights, whose moments it holds: Kingma and Ba, arXiv:1412.6980, algorithm 1. */
export function adam(length: number): Update {
  const [first, second] = [new Float64Array(length), new Float64Array(length)];
  let [power1, power2] = [1, 1];
  return (weights, gradient, rate) => {
    power1 *= BETA1;
    power2 *= BETA2;
    for (let k = 0; k < length; k++) {
      // m ← β₁m + (1 − β₁)g and v ← β₂v + (1 − β₂)g², then θ ← θ − η·m̂/(√v̂ + ε)
      first[k] = BETA1 * first[k] + (1 - BETA1) * gradient[k];
      second[k] = BETA2 * second[k] + (1 - BETA2) * gradient[k] ** 2;
      weights[k] -= (rate * (first[k] / (1 - power1))) / (Math.sqrt(second[k] / (1 - power2)) + EPSILON);
    }
  };
}
