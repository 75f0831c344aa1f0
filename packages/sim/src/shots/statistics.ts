import { parity, supportOf } from '../pauli.ts';
import type { Observable } from '../program.ts';
import type { Setting } from './setting.ts';

/** Means of observables from shots, and how these means vary together from one run of all shots to another. */
export interface Statistics {
  readonly means: Float64Array;
  /** The estimated covariance of the means of two observables, by their places: not biased. */
  readonly covariance: (one: number, other: number) => number;
}

/** The distinct outcomes of one setting, how often each came, and how far each observable then is from its mean. */
interface Scatter {
  readonly counts: Float64Array;
  readonly shots: number;
  /** One array for each observable, undefined where the setting has no share in it. */
  readonly deviations: readonly (Float64Array | undefined)[];
}

/** From the outcomes of each setting, which are independent of those of the others. */
export function statisticsOf(
  observables: readonly Observable[],
  settings: readonly Setting[],
  outcomes: readonly Uint32Array[],
): Statistics {
  const means = Float64Array.from(observables, constantOf);
  const scatters = settings.map((setting, k) => scatterOf(setting, outcomes[k], means));
  const covariance = (one: number, other: number) =>
    scatters.reduce((total, scatter) => total + sharedScatter(scatter, one, other), 0);
  return { means, covariance };
}

const constantOf = ({ terms }: Observable) =>
  terms.reduce((total, { coefficient, word }) => (supportOf(word) === 0 ? total + coefficient : total), 0);

/** Adds what the setting tells of the means to them. */
function scatterOf({ words }: Setting, outcomes: Uint32Array, means: Float64Array): Scatter {
  const tally = new Map<number, number>();
  for (const outcome of outcomes) tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  const [distinct, counts] = [Uint32Array.from(tally.keys()), Float64Array.from(tally.values())];
  const deviations = valuesOf(words, distinct, means.length).map((values, observable) => {
    if (!values) return undefined;
    const mean = values.reduce((total, value, k) => total + counts[k] * value, 0) / outcomes.length;
    means[observable] += mean;
    return values.map((value) => value - mean);
  });
  return { counts, shots: outcomes.length, deviations };
}

/** What each observable has of these words in each outcome; undefined where it has none of them. */
function valuesOf(words: Setting['words'], outcomes: Uint32Array, observables: number) {
  const values: (Float64Array | undefined)[] = Array(observables).fill(undefined);
  for (const { mask, shares } of words) {
    const signs = Float64Array.from(outcomes, (outcome) => 1 - 2 * parity(outcome & mask));
    for (const { observable, coefficient } of shares) {
      const value = values[observable] ?? new Float64Array(outcomes.length);
      for (let k = 0; k < signs.length; k++) value[k] += coefficient * signs[k];
      values[observable] = value;
    }
  }
  return values;
}

/** The sample covariance of two observables, divided by the shots: that of their means. */
function sharedScatter({ counts, shots, deviations }: Scatter, one: number, other: number): number {
  const [a, b] = [deviations[one], deviations[other]];
  if (!(a && b)) return 0;
  let total = 0;
  for (let k = 0; k < counts.length; k++) total += counts[k] * a[k] * b[k];
  return total / (shots - 1) / shots;
}
