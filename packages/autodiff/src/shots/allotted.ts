/** So many shots a circuit is measured with at least: a standard error needs two. */
export const LEAST = 2;

/**
 * Whole numbers of shots in proportion to the weights, `LEAST` where that would be less, and `shots` in all, of which
 * there are enough for that. The largest remainders are rounded up.
 */
export function allotted(weights: readonly number[], shots: number): readonly number[] {
  const shares = sharesOf(weights, shots);
  const counts = shares.map(Math.floor);
  const over = shots - counts.reduce((total, count) => total + count, 0);
  const byRemainder = [...shares.keys()].sort((j, k) => shares[k] - counts[k] - (shares[j] - counts[j]));
  for (const place of byRemainder.slice(0, over)) counts[place]++;
  return counts;
}

/** From the lightest on, each has its part of what is left by those before it, or the least. */
function sharesOf(weights: readonly number[], shots: number): readonly number[] {
  const shares = weights.map(() => 0);
  let [left, weight] = [shots, weights.reduce((total, each) => total + each, 0)];
  for (const place of [...weights.keys()].sort((j, k) => weights[j] - weights[k])) {
    shares[place] = Math.max(LEAST, (left * weights[place]) / weight);
    left -= shares[place];
    weight -= weights[place];
  }
  return shares;
}
