import { meanOf, type Sampled, sampledMean } from './moments.ts';

/**
 * The variance of the slope in each weight over draws, as a mean over all weights, and of the first weight alone; from
 * draws × weights. Its standard error is that of the mean over draws of the squared deviation, which the weights of one
 * draw share.
 */
export function slopeVariance(
  slopes: Float64Array,
  weights: number,
): { readonly all: Sampled; readonly first: Sampled } {
  const draws = slopes.length / weights;
  const means = new Float64Array(weights);
  slopes.forEach((slope, k) => {
    means[k % weights] += slope / draws;
  });
  const squares = slopes.map((slope, k) => (slope - means[k % weights]) ** 2);
  const rows = Array.from({ length: draws }, (_, draw) => squares.subarray(draw * weights, (draw + 1) * weights));
  // The means are those of the draws themselves, which takes one degree of freedom.
  const share = draws / (draws - 1);
  const unbiased = ({ value, error }: Sampled) => ({ value: share * value, error: share * error });
  return {
    all: unbiased(sampledMean(rows.map(meanOf))),
    first: unbiased(sampledMean(rows.map(([first]) => first))),
  };
}
