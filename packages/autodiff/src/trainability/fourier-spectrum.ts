import { bind, type Expectation, type Params } from '@hqnn/circuits';
import { angleOf, angleRows, byAngles } from '@hqnn/sim';
import { blocksIn } from '../blocks-in.ts';
import { checkNoOthers, checkOption, checkWhole } from '../check-option.ts';
import { demandMean } from '../demand-mean.ts';
import { checkExact } from './check-exact.ts';
import { degreeOf, type Encoded, encodedGroups } from './encoded-groups.ts';
import { multivariateFourier } from './multivariate-fourier.ts';

/** In which feature, and at which weights. */
export interface FourierSpectrumOptions {
  /** The feature that varies: 0 if absent. */
  readonly feature?: number;
  /** The weights, and in x the features: that which varies has its place, and its value does not count. */
  readonly params: Params;
  /** As many evaluations as are made at most: 20,000 if absent. */
  readonly most?: number;
}

/** One frequency ω ≥ 0 that the circuit can reach, and c_ω = re + i·im, which may be 0. That of −ω is its conjugate. */
export interface Harmonic {
  readonly frequency: number;
  readonly re: number;
  readonly im: number;
  /** |c_ω| */
  readonly size: number;
}

/** Frequencies closer than this, as a share of the largest, are one. */
const SAME = 1e-9;

/**
 * f as the Fourier series Σ c_ω exp(iωx) in one feature x, from the lowest frequency: Schuld, Sweke and Meyer, Phys. Rev. A
 * 103, 032430 (2021). Its frequencies are sums of differences of eigenvalues of the generators that encode x, each times
 * the scale of x in the angle, trained or fixed. Exact: each set of commensurate encodings is a variable of its own, and the
 * trigonometric polynomial in all of them is evaluated on its grid, so that no frequencies are too close to tell apart.
 */
export function fourierSpectrum(
  f: Expectation<number>,
  { feature = 0, params, most = 20_000, ...more }: FourierSpectrumOptions,
): readonly Harmonic[] {
  checkNoOthers('fourierSpectrum', { feature, params, most }, more);
  demandMean('fourierSpectrum', f);
  checkExact('fourierSpectrum', f.simulator);
  checkWhole('fourierSpectrum', { most }, 1);
  const { program } = f;
  const within = Number.isInteger(feature) && feature >= 0 && feature < program.features;
  checkOption('fourierSpectrum', { feature }, within, `one of the ${program.features} features of the circuit`);
  if (program.initial?.includes(feature))
    throw new Error(
      `fourierSpectrum was asked for feature ${feature}, which is an amplitude. A series is in a feature that is part of angles.`,
    );
  const at = bind(f, params);
  const groups = encodedGroups(program, feature, at.weights);
  const evaluations = groups.reduce((product, group) => product * (2 * degreeOf(group) + 1), 1);
  if (evaluations > most)
    throw new Error(
      `The spectrum of feature ${feature} takes ${evaluations} evaluations, about one a frequency, of which ${most} are made at most. ` +
        'Encode it fewer times, or with scales that are multiples of each other, or raise most.',
    );
  const origin = angleRows(program, [{ ...at, features: at.features.with(feature, 0) }]);
  const evaluate = (grid: readonly (readonly number[])[]) =>
    blocksIn(grid, 2 * 2 ** program.qubits).flatMap((block) => [
      ...f.simulator.run(byAngles(program), rowsAt(f, groups, origin, block), []),
    ]);
  const terms = multivariateFourier(groups.map(degreeOf), evaluate);
  const reached = groups.map(({ orders }) => new Set(orders));
  return harmonics(
    terms
      .filter(({ orders }) => orders.every((order, group) => reached[group].has(order)))
      .map(({ orders, re, im }) => ({ frequency: frequencyOf(groups, orders), re, im })),
  );
}

/** Rows of angles in which the variable of each group has its value: angle = offset + scale · τ/unit. */
function rowsAt(
  { program }: Expectation<number>,
  groups: readonly Encoded[],
  origin: Float64Array,
  block: readonly (readonly number[])[],
): Float64Array {
  const rows = new Float64Array(block.length * origin.length);
  block.forEach((values, row) => {
    rows.set(origin, row * origin.length);
    groups.forEach(({ unit, members }, group) => {
      for (const { slot, scale } of members)
        rows[row * origin.length + angleOf(program, slot)] += (scale * values[group]) / unit;
    });
  });
  return rows;
}

const frequencyOf = (groups: readonly Encoded[], orders: readonly number[]) =>
  orders.reduce((sum, order, group) => sum + order * groups[group].unit, 0);

/** Like frequencies as one, those from 0 on. */
function harmonics(terms: readonly Omit<Harmonic, 'size'>[]): readonly Harmonic[] {
  const widest = terms.reduce((most, { frequency }) => Math.max(most, frequency), 0);
  const merged: { frequency: number; re: number; im: number }[] = [];
  for (const term of [...terms].sort((a, b) => a.frequency - b.frequency)) {
    const last = merged.at(-1);
    if (last && term.frequency - last.frequency <= SAME * widest) {
      last.re += term.re;
      last.im += term.im;
    } else merged.push({ ...term });
  }
  return merged
    .filter(({ frequency }) => frequency >= -SAME * widest)
    .map(({ frequency, re, im }) => ({ frequency: Math.max(0, frequency), re, im, size: Math.hypot(re, im) }));
}
