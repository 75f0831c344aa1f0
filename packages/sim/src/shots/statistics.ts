import { parity, supportOf } from '../pauli.ts';
import type { Observable } from '../program.ts';
import type { Setting } from './settings-of.ts';

/** Means of observables from shots, and how these means vary together from one run of all shots to another. */
export interface Statistics {
  readonly means: Float64Array;
  /** The estimated covariance of the means of two observables, by their places: not biased. */
  readonly covariance: (one: number, other: number) => number;
}

/** What the shots of one setting tell of each observable: of its terms that are measured there. */
interface Scatter {
  /** How often each outcome came. */
  readonly counts: Uint32Array;
  readonly shots: number;
  /** What each observable is in each outcome; undefined where the setting has no share in it. */
  readonly values: readonly (Float64Array | undefined)[];
  readonly means: Float64Array;
}

/** From the outcomes of each setting, which are independent of those of the others. */
export function statisticsOf(
  observables: readonly Observable[],
  settings: readonly Setting[],
  outcomes: readonly Uint32Array[],
): Statistics {
  const means = Float64Array.from(observables, constantOf);
  const scatters = settings.map((setting, k) => scatterer(setting, means.length, outcomes[k].length)(outcomes[k]));
  for (const scatter of scatters)
    scatter.means.forEach((mean, observable) => {
      means[observable] += mean;
    });
  const covariance = (one: number, other: number) =>
    scatters.reduce((total, scatter) => total + covarianceIn(scatter, one, other), 0);
  return { means, covariance };
}

/** What an observable is without any measurement: the sum of its constants. */
export const constantOf = ({ terms }: Observable) =>
  terms.reduce((total, { coefficient, word }) => (supportOf(word) === 0 ? total + coefficient : total), 0);

/** Of more outcomes a shot than this, only those that came are looked at. */
const MOST_A_SHOT = 4;

/** Of more outcomes than this, those that came are counted in a map. */
const MOST_COUNTERS = 2 ** 16;

/** The outcomes of so many shots ↦ their scatter. Where outcomes are few, what each says is worked out once for all rows. */
export function scatterer(
  { program, words }: Setting,
  observables: number,
  shots: number,
): (outcomes: Uint32Array) => Scatter {
  const size = 2 ** program.qubits;
  if (size > Math.min(MOST_A_SHOT * shots, MOST_COUNTERS))
    return (outcomes) => {
      const { distinct, counts } = tally(outcomes, size);
      return scatterOf(counts, shots, valuesOf(words, distinct, observables));
    };
  const all = Uint32Array.from({ length: size }, (_, outcome) => outcome);
  const values = valuesOf(words, all, observables);
  return (outcomes) => scatterOf(countsOf(outcomes, size), shots, values);
}

/** The outcomes that came, each once, and how often. */
function tally(outcomes: Uint32Array, size: number) {
  if (size > MOST_COUNTERS) {
    const times = new Map<number, number>();
    for (const outcome of outcomes) times.set(outcome, (times.get(outcome) ?? 0) + 1);
    return { distinct: Uint32Array.from(times.keys()), counts: Uint32Array.from(times.values()) };
  }
  const counts = countsOf(outcomes, size);
  const distinct = new Uint32Array(outcomes.length);
  let found = 0;
  for (let outcome = 0; outcome < size; outcome++) {
    if (counts[outcome] === 0) continue;
    distinct[found] = outcome;
    counts[found++] = counts[outcome];
  }
  return { distinct: distinct.subarray(0, found), counts: counts.subarray(0, found) };
}

/** How often each of so many outcomes came. */
export function countsOf(outcomes: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let k = 0; k < outcomes.length; k++) counts[outcomes[k]]++;
  return counts;
}

function scatterOf(counts: Uint32Array, shots: number, values: Scatter['values']): Scatter {
  const means = Float64Array.from(values, (each) => {
    let total = 0;
    if (each) for (let k = 0; k < counts.length; k++) total += counts[k] * each[k];
    return total / shots;
  });
  return { counts, shots, values, means };
}

/** What each observable has of these words in each outcome; undefined where it has none of them. */
function valuesOf(words: Setting['words'], outcomes: Uint32Array, observables: number) {
  const values: (Float64Array | undefined)[] = Array(observables).fill(undefined);
  for (const { mask, shares } of words) {
    const signs = new Float64Array(outcomes.length);
    for (let k = 0; k < signs.length; k++) signs[k] = 1 - 2 * parity(outcomes[k] & mask);
    for (const { observable, coefficient } of shares) {
      const value = values[observable] ?? new Float64Array(outcomes.length);
      for (let k = 0; k < signs.length; k++) value[k] += coefficient * signs[k];
      values[observable] = value;
    }
  }
  return values;
}

/** The sample covariance of two observables in one setting, divided by the shots: that of their means. */
export function covarianceIn({ counts, shots, values, means }: Scatter, one: number, other: number): number {
  const [a, b] = [values[one], values[other]];
  if (!(a && b)) return 0;
  let total = 0;
  for (let k = 0; k < counts.length; k++) total += counts[k] * (a[k] - means[one]) * (b[k] - means[other]);
  return total / (shots - 1) / shots;
}
