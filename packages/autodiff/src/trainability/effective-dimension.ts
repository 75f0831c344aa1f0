import { type Expectation, named } from '@hqnn/circuits';
import { type Precision, uniform } from '@hqnn/sim';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { checkNoOthers, checkOption, checkWhole } from '../check-option.ts';
import { checkExact } from './check-exact.ts';
import { effectiveDimensionOf, type Resolution } from './effective-dimension-of.ts';
import { fisherAt } from './fisher-at.ts';
import { meanOf } from './moments.ts';
import { pointsOn } from './points-on.ts';

/** For how many data, and over which weights. */
export interface EffectiveDimensionOptions {
  /** Numbers n of data, each a whole number from 2. */
  readonly data: readonly number[];
  /** γ, above 2π log n / n and up to 1: 1 if absent. */
  readonly gamma?: number;
  /** How many weights are drawn: a whole number from 2, and 100 if absent. */
  readonly samples?: number;
  /** Decides the draws: a whole number from 0, and 0 if absent. */
  readonly seed?: number;
  /** The box that weights are drawn from, all of them: −π to π if absent. */
  readonly low?: number;
  readonly high?: number;
}

/** The effective dimension for one number of data. */
export interface Dimension {
  readonly data: number;
  readonly value: number;
  /** The standard error of the draws of weights, by the jackknife. */
  readonly error: number;
  /** value / weights */
  readonly normalised: number;
}

/** How many dimensions of its weights a model makes use of. */
export interface EffectiveDimension {
  readonly weights: number;
  readonly samples: number;
  readonly dimensions: readonly Dimension[];
  /** The eigenvalues of the Fisher information, from the largest: the mean of the k-th over the draws. */
  readonly spectrum: readonly number[];
}

/**
 * The global effective dimension of a classifier: how many of its weights tell, at the resolution of n data, between 0
 * and about the largest rank of its Fisher information. Abbas, Sutter, Zoufal, Lucchi, Figalli and Woerner, Nat. Comput.
 * Sci. 1, 403 (2021). `f` gives the probabilities of all outcomes, as expectation(circuit, outcomes(…)) does; rows are
 * samples of the features. Weights that scale features are drawn from the box too.
 */
export function effectiveDimension(
  f: Expectation<Float64Array>,
  rows: readonly ArrayLike<number>[],
  { data, gamma = 1, samples = 100, seed = 0, low = -Math.PI, high = Math.PI, ...more }: EffectiveDimensionOptions,
): EffectiveDimension {
  checkNoOthers('effectiveDimension', { data, gamma, samples, seed, low, high }, more);
  checkWhole('effectiveDimension', { samples }, 2);
  checkWhole('effectiveDimension', { seed }, 0);
  checkOption('effectiveDimension', { low }, Number.isFinite(low), 'a finite number');
  checkOption('effectiveDimension', { high }, Number.isFinite(high) && high > low, `a finite number above low, ${low}`);
  checkExact('effectiveDimension', f.simulator);
  const listed = Array.isArray(data) && data.length > 0;
  checkOption('effectiveDimension', { data }, listed, 'a list of numbers of data');
  // What cannot be told apart is refused before anything is run.
  for (const n of data) effectiveDimensionOf([[1]], { data: n, gamma });
  const { weights } = f.program;
  if (weights === 0) throw new Error('effectiveDimension was given a circuit without weights.');
  const next = uniform(seed, STREAM);
  const spectra = Array.from({ length: samples }, () => {
    const drawn = Float64Array.from({ length: weights }, () => low + (high - low) * next());
    return eigenvalues(
      f.simulator.precision,
      fisherAt('effectiveDimension', f, pointsOn('effectiveDimension', f, rows, named(f, drawn))),
    );
  });
  const dimensions = data.map((n): Dimension => {
    const value = effectiveDimensionOf(spectra, { data: n, gamma });
    return { data: n, value, error: jackknife(spectra, { data: n, gamma }), normalised: value / weights };
  });
  const spectrum = Array.from({ length: weights }, (_, k) => meanOf(spectra.map((spectrum) => spectrum[k])));
  return { weights, samples, dimensions, spectrum };
}

/** Apart from the streams of other draws. */
const STREAM = 0x66697368;

/** Eigenvalues below this, as a share of the largest, are those of rounding: with many data they would count. */
const ROUNDING: Readonly<Record<Precision, number>> = { single: 1e-5, double: 1e-13 };

/** Of a symmetric matrix without eigenvalues below 0, from the largest; those of rounding are 0. */
function eigenvalues(precision: Precision, fisher: Float64Array): Float64Array {
  const size = Math.sqrt(fisher.length);
  const matrix = Matrix.from1DArray(size, size, fisher);
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const least = ROUNDING[precision] * Math.max(...realEigenvalues);
  const kept = realEigenvalues.map((eigenvalue) => (eigenvalue > least ? eigenvalue : 0));
  return Float64Array.from(kept).sort((a, b) => b - a);
}

/** √((S − 1) · mean of (d₍ₖ₎ − mean)²) over what each draw leaves out: Efron and Stein, Ann. Stat. 9, 586 (1981). */
function jackknife(spectra: readonly Float64Array[], resolution: Resolution): number {
  const without = (out: number) => spectra.filter((_, k) => k !== out);
  const left = spectra.map((_, out) => effectiveDimensionOf(without(out), resolution));
  const mean = meanOf(left);
  return Math.sqrt((left.length - 1) * meanOf(left.map((value) => (value - mean) ** 2)));
}
