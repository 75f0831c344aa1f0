import type { Sampled } from './moments.ts';

/**
 * Σ p̂ log(p̂/q), the Kullback–Leibler divergence of counted outcomes from a distribution given by the logarithms of its
 * masses, in nats; with the standard error √(Var log(p̂/q) / counts) of the delta method.
 */
export function divergence(counts: ArrayLike<number>, logMasses: Float64Array): Sampled {
  const total = Array.from(counts).reduce((sum, count) => sum + count, 0);
  let [mean, square] = [0, 0];
  logMasses.forEach((logMass, bin) => {
    if (counts[bin] === 0) return;
    const share = counts[bin] / total;
    const surprise = Math.log(share) - logMass;
    mean += share * surprise;
    square += share * surprise ** 2;
  });
  return { value: mean, error: Math.sqrt(Math.max(0, square - mean ** 2) / total) };
}

/**
 * The mean of the divergence of so many counted outcomes that do come from the distribution, which is above 0: exact, as
 * the count k of a bin with mass q is binomial and adds (k/n) log(k/nq).
 */
export function expectedDivergence(counted: number, logMasses: Float64Array): number {
  const logFactorials = new Float64Array(counted + 1);
  for (let k = 2; k <= counted; k++) logFactorials[k] = logFactorials[k - 1] + Math.log(k);
  return logMasses.reduce((sum, logMass) => sum + expectedShare(counted, logMass, logFactorials), 0);
}

/** Counts so many standard deviations from the mean, and so many more, are left out: below 1e-30 of them. */
const [DEVIATIONS, MORE] = [12, 40];

function expectedShare(counted: number, logMass: number, logFactorials: Float64Array): number {
  const mean = counted * Math.exp(logMass);
  // Of so small a mass no count is ever more than 0, to all digits.
  if (mean < 1e-30) return 0;
  const reach = DEVIATIONS * Math.sqrt(mean) + MORE;
  const logRest = Math.log1p(-Math.exp(logMass));
  let share = 0;
  for (let k = Math.max(1, Math.floor(mean - reach)); k <= Math.min(counted, mean + reach); k++) {
    const ways = logFactorials[counted] - logFactorials[k] - logFactorials[counted - k];
    const rest = k === counted ? 0 : (counted - k) * logRest;
    const surprise = Math.log(k / counted) - logMass;
    share += Math.exp(ways + k * logMass + rest) * (k / counted) * surprise;
  }
  return share;
}
