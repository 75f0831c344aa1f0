import { allotted, LEAST } from './allotted.ts';
import type { Measurement } from './measurements-at.ts';
import type { SampledMean } from './sampled-means.ts';

/** Measures each measurement so many times. */
type Measure = (counts: readonly number[]) => readonly SampledMean[];

/** A way to divide shots among measurements. */
interface Allocation {
  /** How often each circuit is run, whatever the shots. */
  readonly stages: number;
  /** Spends all shots, of which there are `LEAST` for each measurement and stage. */
  readonly spend: (measurements: readonly Measurement[], shots: number, measure: Measure) => readonly SampledMean[];
}

/** A rule by which shots are divided. */
export type AllocationName = 'equal' | 'weighted' | 'variance';

/**
 * The sum of the squared errors of all slopes is Σ scale²·σ²/n over the measurements, which is least where n is in
 * proportion to scale·σ: Neyman, J. R. Stat. Soc. 97, 558 (1934). σ, known to no one, is at most the bound: with that in
 * its place it is the weighted sampling of Arrasmith, Cincio, Somma and Coles, arXiv:2004.06252.
 */
export const ALLOCATIONS: Readonly<Record<AllocationName, Allocation>> = {
  equal: atOnce(() => 1),
  weighted: atOnce(atMost),
  variance: { stages: 2, spend: afterPilot },
};

function atOnce(weight: (measurement: Measurement) => number): Allocation {
  return {
    stages: 1,
    spend: (measurements, shots, measure) => measure(allotted(measurements.map(weight), shots)),
  };
}

function atMost({ scale, bound }: Measurement): number {
  return scale * bound;
}

/** The part of the shots from which σ is estimated. */
const PILOT = 0.1;

/**
 * Both stages count, in proportion to their shots in all. How the second is divided depends on what the first has
 * found, but that proportion does not, and given the first the mean of the second is right whatever its shots: so the mean
 * of both is not biased, and the two are not correlated.
 */
function afterPilot(measurements: readonly Measurement[], shots: number, measure: Measure): readonly SampledMean[] {
  const pilot = Math.max(LEAST * measurements.length, Math.round(PILOT * shots));
  const counts = allotted(measurements.map(atMost), pilot);
  const first = measure(counts);
  const weights = measurements.map(({ scale, bound }, k) => scale * deviationOf(first[k], counts[k], bound));
  const second = measure(allotted(weights, shots - pilot));
  const part = pilot / shots;
  return first.map(({ mean, variance }, k) => ({
    mean: part * mean + (1 - part) * second[k].mean,
    variance: part ** 2 * variance + (1 - part) ** 2 * second[k].variance,
  }));
}

/**
 * σ as if two shots more had been seen, one at either bound, as in Laplace's rule of succession, which has the probability
 * (k + 1)/(n + 2) for what was seen k times: where all shots agree it is still above 0.
 */
function deviationOf({ mean, variance }: SampledMean, shots: number, bound: number): number {
  const squares = shots * (shots - 1) * variance + shots * mean ** 2 + 2 * bound ** 2;
  return Math.sqrt(squares / (shots + 2) - ((shots * mean) / (shots + 2)) ** 2);
}
