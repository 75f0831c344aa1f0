import { checkNoOthers } from '../check-option.ts';
import { meanOf } from './moments.ts';

/** At which resolution weights are told apart. */
export interface Resolution {
  /** The number n of data: a whole number from 2. */
  readonly data: number;
  /** γ, above 2π log n / n and up to 1: 1 if absent. */
  readonly gamma?: number;
}

/**
 * 2 log( mean over θ of √det(1 + κF̂(θ)) ) / log κ, with κ = γn/(2π log n) and F̂ = d·F/mean tr F: the effective dimension of
 * Abbas and others, Nat. Comput. Sci. 1, 403 (2021), from the d eigenvalues of the Fisher information F at each θ of a
 * sample that is uniform over the space of weights. They may be those of any model, such as a classical twin. An eigenvalue that
 * is below 0 by no more than 1e-5 of the largest is one of rounding, and counts as 0.
 */
export function effectiveDimensionOf(
  given: readonly ArrayLike<number>[],
  { data, gamma = 1, ...others }: Resolution,
): number {
  checkNoOthers('effectiveDimensionOf', { data, gamma }, others);
  const kappa = kappaOf(data, gamma);
  checkSpectra(given);
  const spectra = given.map((spectrum) => Array.from(spectrum, (eigenvalue) => Math.max(eigenvalue, 0)));
  const traces = spectra.map((spectrum) => spectrum.reduce((sum, eigenvalue) => sum + eigenvalue, 0));
  const trace = meanOf(traces);
  if (trace === 0) return 0;
  const logRoots = spectra.map((spectrum) => {
    const scale = (kappa * spectrum.length) / trace;
    return spectrum.reduce((sum, eigenvalue) => sum + Math.log1p(scale * eigenvalue) / 2, 0);
  });
  // The largest is taken out, for determinants do not fit a number.
  const largest = Math.max(...logRoots);
  const mean = meanOf(logRoots.map((logRoot) => Math.exp(logRoot - largest)));
  return (2 * (largest + Math.log(mean))) / Math.log(kappa);
}

/** Above 1, or there is no dimension. */
function kappaOf(data: number, gamma: number): number {
  const least = (2 * Math.PI * Math.log(data)) / data;
  if (!(Number.isInteger(data) && data >= 2 && gamma > least && gamma <= 1))
    throw new Error(
      `An effective dimension was asked for with gamma ${gamma} for ${data} data. Gamma is up to 1 and above 2π log n / n, ` +
        `${data >= 2 ? `here ${least.toPrecision(3)}` : 'with n a whole number from 2'}: take more data.`,
    );
  return gamma / least;
}

/** How far below 0 rounding takes an eigenvalue, as a share of the largest. */
const ROUNDING = 1e-5;

function checkSpectra(spectra: readonly ArrayLike<number>[]): void {
  if (spectra.length === 0) throw new Error('effectiveDimensionOf was given no spectra. It takes one or more.');
  spectra.forEach((spectrum, k) => {
    if (spectrum.length !== spectra[0].length)
      throw new Error(
        `effectiveDimensionOf was given ${spectra[0].length} eigenvalues in spectrum 0, but ${spectrum.length} in spectrum ${k}. ` +
          'All have one for each weight.',
      );
    const eigenvalues = Array.from(spectrum);
    const least = -ROUNDING * eigenvalues.reduce((largest, eigenvalue) => Math.max(largest, eigenvalue), 0);
    const wrong = eigenvalues.find((eigenvalue) => !Number.isFinite(eigenvalue) || eigenvalue < least);
    if (wrong !== undefined)
      throw new Error(
        `effectiveDimensionOf was given the eigenvalue ${wrong} in spectrum ${k}. Those of a Fisher information are finite and from 0.`,
      );
  });
}
