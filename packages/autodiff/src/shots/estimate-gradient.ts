import { bind, type Estimate, type Expectation, type Params } from '@hqnn/circuits';
import { type Point, uniform } from '@hqnn/sim';
import { checkNoOthers, checkOption, checkWhole } from '../check-option.ts';
import { demandMean } from '../demand-mean.ts';
import { inFeatures } from '../in-features.ts';
import { demandRules } from '../parameter-shift.ts';
import { entriesOf } from '../second-order/variables.ts';
import { ALLOCATIONS, type AllocationName } from './allocations.ts';
import { LEAST } from './allotted.ts';
import { measurementsAt } from './measurements-at.ts';
import { sampledMeans } from './sampled-means.ts';

/** How many shots a gradient is estimated from, and how they are divided. */
export interface EstimateGradientOptions {
  /** In all, for the whole gradient: a whole number up to 1e9, from 2 for each circuit, and from 4 by `'variance'`. */
  readonly shots: number;
  /** A whole number from 0. The same seed gives the same estimates. */
  readonly seed: number;
  /**
   * How shots are divided among the circuits: `'equal'` numbers; `'weighted'`, if absent, by how much each can add to the
   * errors; or by `'variance'`, how much each does add, which a first part of the shots finds out.
   */
  readonly allocation?: AllocationName;
  /** Whether the gradient holds x, the slopes in the features: if absent, where the circuit has any. */
  readonly features?: boolean;
}

/**
 * (x, θ) ↦ ∇⟨O⟩ by parameter shift from so many shots, with the standard error of each slope. Each term of the shift
 * rules is measured in each group of commuting words, with random numbers of its own; what counts for no slope, such as a
 * word that the angle cannot move, or where a feature of 0 is a factor, is not measured. One call with the same parameters as
 * another gives the same estimate: a training takes another seed in each step.
 *
 * Estimates are not biased. Errors are those of each slope alone: slopes in both factors of an angle θ·x come from the
 * same shots. An error is itself an estimate, no good from a handful of shots, where it may be 0.
 */
export function estimateGradient(
  f: Expectation<number>,
  { shots, seed, allocation = 'weighted', features: wanted, ...more }: EstimateGradientOptions,
): (params?: Params) => Estimate<Readonly<Record<string, Float64Array>>> {
  checkNoOthers('estimateGradient', { shots, seed, allocation, features: wanted }, more);
  checkOption('estimateGradient', { shots }, !(shots > MOST), `${MOST} at most, for the whole gradient`);
  checkWhole('estimateGradient', { shots }, LEAST);
  checkWhole('estimateGradient', { seed }, 0);
  const names = Object.keys(ALLOCATIONS);
  checkOption('estimateGradient', { allocation }, names.includes(allocation), `one of ${names.join(', ')}`);
  demandMean('estimateGradient', f);
  const features = inFeatures('estimateGradient', f, wanted);
  demandRules(f.program, { features });
  const { stages, spend } = ALLOCATIONS[allocation];
  return (params = {}) => {
    const at = bind(f, params);
    checkFinite(at);
    const measurements = measurementsAt(f.program, at, { features });
    const circuits = stages * measurements.length;
    checkEnough(shots, circuits);
    const draw = uniform(seed, GRADIENT_STREAM);
    const found = spend(measurements, shots, (counts) => sampledMeans(f, at, measurements, counts, draw));
    const value = new Float64Array(f.program.weights + (features ? f.program.features : 0));
    const squaredError = new Float64Array(value.length);
    measurements.forEach(({ slopes }, k) => {
      for (const { variable, slope } of slopes) {
        value[variable] += slope * found[k].mean;
        squaredError[variable] += slope ** 2 * found[k].variance;
      }
    });
    return {
      value: entriesOf(f, value),
      error: entriesOf(f, squaredError.map(Math.sqrt)),
      circuits,
      shots: circuits > 0 ? shots : 0,
    };
  };
}

/** As many shots as a simulator takes in one call. */
const MOST = 1e9;

/** Of the streams of a seed, one that no group of `estimate` has. */
const GRADIENT_STREAM = -1;

function checkFinite({ features, weights }: Point): void {
  for (const [kind, numbers] of Object.entries({ feature: features, weight: weights })) {
    const place = numbers.findIndex((value) => !Number.isFinite(value));
    if (place >= 0)
      throw new Error(
        `estimateGradient was given the ${kind} ${numbers[place]} in place ${place}. It takes finite numbers.`,
      );
  }
}

function checkEnough(shots: number, circuits: number): void {
  if (shots < LEAST * circuits)
    throw new Error(
      `estimateGradient was given ${shots} shots for ${circuits} circuits. It takes ${LEAST * circuits} at least: the standard error of each needs ${LEAST}.`,
    );
}
