import { type Statistics, seedFrom, settingsOf, statisticsOf, uniform } from '@hqnn/sim';
import { bind, type Params } from '../bind.ts';
import { checkNoMore, checkSeed } from '../check.ts';
import type { Covariance, Mean, Measured } from '../expectation.ts';

/** How often circuits are measured, and from which seed. */
export interface EstimateOptions {
  /** How often each group of commuting words is measured: a whole number from 2, for an error needs two. */
  readonly shots: number;
  /** A whole number from 0. The same seed gives the same estimates. */
  readonly seed: number;
}

/** What shots tell of a number, or of an array of them. */
export interface Estimate<Value> {
  readonly value: Value;
  /** The standard error of each value. */
  readonly error: Value;
  /** How many circuits were run, each in one group of commuting words. */
  readonly circuits: number;
  /** In all. */
  readonly shots: number;
}

/**
 * (x, θ) ↦ what `f` is, estimated from shots, with its standard error, for f made by `expectation`, `variance` or
 * `covariance`. The words of f are measured in the groups of `grouped`, each with so many shots and with random numbers of
 * its own; one call with the same parameters as another gives the same estimate.
 *
 * Estimates are not biased, those of variances included, which may therefore be below 0. Errors of variances and
 * covariances are those of the delta method to second order. An error is itself an estimate: it is 0 where all shots agree.
 */
export function estimate<Value>(
  f: Measured<Value>,
  { shots, seed, ...more }: EstimateOptions,
): (params?: Params) => Estimate<Value> {
  checkNoMore('estimate', more);
  checkOptions(shots, seed);
  const settings = settingsOf(f.program);
  const seeds = settings.map((_, group) => seedFrom(uniform(seed, group)));
  return (params = {}) => {
    const { features, weights } = bind(f, params);
    const outcomes = settings.map(({ program }, group) =>
      f.simulator.sample(program, features, weights, { shots, seed: seeds[group] }),
    );
    const statistics = statisticsOf(f.program.observables, settings, outcomes);
    return {
      value: f.shaped(Float64Array.from(f.outputs, (output) => unbiased(output, statistics))),
      error: f.shaped(Float64Array.from(f.outputs, (output) => Math.sqrt(squaredError(output, statistics)))),
      circuits: settings.length,
      shots: settings.length * shots,
    };
  };
}

/** ⟨O⟩ − ⟨A⟩⟨B⟩. The product of two means is too large by their covariance, on average. */
function unbiased({ of, less }: Mean | Covariance, { means, covariance }: Statistics): number {
  if (!less) return means[of];
  const [a, b] = less;
  return means[of] - (means[a] * means[b] - covariance(a, b));
}

/**
 * JCJᵀ + Q: C is the covariance matrix of the means of O, A and B, J = (1, −⟨B⟩, −⟨A⟩) the slopes in them, and
 * Q = C(A, A)·C(B, B) + C(A, B)² the variance of δA·δB for normal errors, which is all there is where J is 0. The slopes
 * are estimates themselves, which makes JCJᵀ too large by 2Q on average.
 */
function squaredError({ of, less }: Mean | Covariance, { means, covariance }: Statistics): number {
  if (!less) return covariance(of, of);
  const [a, b] = less;
  const slopes = [
    [of, 1],
    [a, -means[b]],
    [b, -means[a]],
  ] as const;
  let linear = 0;
  for (const [one, slope] of slopes)
    for (const [other, otherSlope] of slopes) linear += slope * otherSlope * covariance(one, other);
  const quadratic = covariance(a, a) * covariance(b, b) + covariance(a, b) ** 2;
  return Math.max(0, linear - 2 * quadratic) + quadratic;
}

function checkOptions(shots: number, seed: number): void {
  if (!(Number.isInteger(shots) && shots >= 2))
    throw new Error(
      `estimate was given ${shots} shots. It takes a whole number from 2 for each group of commuting words: a standard error needs two.`,
    );
  checkSeed('estimate', seed);
}
