import { type Expectation, named, type Params, variance as varianceOfShots, writtenObservable } from '@hqnn/circuits';
import type { Precision } from '@hqnn/sim';
import { checkNoOthers, checkWhole } from '../check-option.ts';
import { demandMeans } from '../demand-mean.ts';
import { checkExact } from './check-exact.ts';
import { drawnPoints, type Initialisation } from './drawn-points.ts';
import { meanOf, varianceOf } from './moments.ts';
import { pointsOn } from './points-on.ts';

/** What noise the features are held against, and at which weights. */
export interface FeatureConcentrationOptions {
  /** How often each row is measured: a whole number from 1, and 1,000 if absent. */
  readonly shots?: number;
  /** The weights. Drawn if absent. */
  readonly params?: Params;
  /** How often weights are drawn: a whole number from 1, and 10 if absent. */
  readonly samples?: number;
  /** Decides the draws: a whole number from 0, and 0 if absent. */
  readonly seed?: number;
  /** How weights are drawn: uniform from −π to π if absent. */
  readonly initialisation?: Initialisation;
}

/** How far a measured feature spreads over the data, and how far shots scatter about it. */
export interface Concentration {
  readonly observable: string;
  /** The variance of ⟨O⟩ over the rows, a mean over draws. */
  readonly variance: number;
  /** The standard error of that mean; null at given weights, and of one draw. */
  readonly error: number | null;
  /** Its root. */
  readonly spread: number;
  /** The standard error of ⟨O⟩ from so many shots, as a root mean square over rows and draws. */
  readonly noise: number;
  /** spread / noise: below 1 the shots tell rows apart badly. Null without noise. */
  readonly ratio: number | null;
  /** With how many shots the ratio is 1; null where the feature does not depend on the row at all. */
  readonly resolving: number | null;
}

/** What rounding leaves of a spread that is 0, and of a variance. */
const ROUNDING: Readonly<Record<Precision, number>> = { single: 1e-5, double: 1e-13 };

/**
 * How far measured features spread over data against shot noise, one for each observable: where they concentrate, shots
 * tell one sample from another only in exponential numbers. Thanasilp, Wang, Cerezo and Holmes, Nat. Commun. 15, 5200
 * (2024); Thanasilp, Wang, Nghiem, Coles and Cerezo, Quantum Mach. Intell. 5, 21 (2023). The noise is the exact
 * ⟨O²⟩ − ⟨O⟩² of single shots of O itself.
 */
export function featureConcentration(
  f: Expectation<number> | Expectation<Float64Array>,
  rows: readonly ArrayLike<number>[],
  { shots = 1000, params, samples = 10, seed = 0, initialisation, ...more }: FeatureConcentrationOptions = {},
): readonly Concentration[] {
  checkNoOthers('featureConcentration', { shots, params, samples, seed, initialisation }, more);
  demandMeans('featureConcentration', f);
  checkWhole('featureConcentration', { shots }, 1);
  checkWhole('featureConcentration', { samples }, 1);
  checkWhole('featureConcentration', { seed }, 0);
  checkExact('featureConcentration', f.simulator);
  if (!(Array.isArray(rows) && rows.length >= 2 && f.program.features > 0))
    throw new Error(
      `featureConcentration was given ${rows?.length ?? 'no'} rows of ${f.program.features} features. A spread is over two rows or more of what the circuit depends on.`,
    );
  const draws = params
    ? [params]
    : drawnPoints(f, { samples, seed, initialisation, x: rows[0] }).map(({ weights }) => named(f, weights));
  const scattered = scatterOf(f, rows, draws);
  return f.program.observables.map((observable, k) => {
    const spreads = scattered.map((draw) => draw[k].overRows);
    const [variance, scatter] = [meanOf(spreads), meanOf(scattered.map((draw) => draw[k].ofShots))];
    const [spread, noise] = [Math.sqrt(variance), Math.sqrt(scatter / shots)];
    return {
      observable: writtenObservable(observable),
      variance,
      error: spreads.length > 1 ? Math.sqrt(varianceOf(spreads) / spreads.length) : null,
      spread,
      noise,
      ratio: noise > 0 ? spread / noise : null,
      resolving: variance > 0 ? Math.ceil(scatter / variance) : null,
    };
  });
}

/** For each draw of weights and each observable, the variance of ⟨O⟩ over the rows, and the mean ⟨O²⟩ − ⟨O⟩² in a row. */
function scatterOf(
  f: Expectation<number> | Expectation<Float64Array>,
  rows: readonly ArrayLike<number>[],
  draws: readonly Params[],
) {
  const { observables } = f.program;
  const { program, simulator } = varianceOfShots(f.circuit, observables, { simulator: f.simulator });
  const rounding = ROUNDING[simulator.precision];
  const width = 2 * observables.length;
  return draws.map((weights) => {
    const points = pointsOn('featureConcentration', f, rows, weights);
    const flat = Float64Array.from(points.flatMap(({ features }) => [...features]));
    const means = simulator.run(program, flat, points[0].weights);
    return observables.map((_, k) => {
      const values = rows.map((_, row) => means[row * width + k]);
      const squares = rows.map((_, row) => means[row * width + observables.length + k]);
      const [overRows, ofShots] = [varianceOf(values), meanOf(squares) - meanOf(values.map((value) => value ** 2))];
      return { overRows: overRows > rounding ** 2 ? overRows : 0, ofShots: ofShots > rounding ? ofShots : 0 };
    });
  });
}
