import { bind, type Expectation, named, type Params } from '@hqnn/circuits';
import { uniform } from '@hqnn/sim';
import { demandMean, demandMeans } from '../demand-mean.ts';
import { type Differentiated, differentiated } from '../differentiated.ts';
import type { Interpolation } from './interpolation.ts';
import { type Search, scanned, sweepExecutions, swept } from './swept.ts';
import { type RotosolveOptions, searchOf, weightLines } from './weight-lines.ts';

/**
 * (x, θ) ↦ (x, θ′), one sweep of Rotosolve: each weight in turn is moved to the lowest ⟨O⟩ along it, all others held, and
 * stays where it is if ⟨O⟩ does not fall. No gradient, no rate of learning. With one frequency, as for a rotation by a
 * weight of its own, in closed form: Ostaszewski, Grant, Benedetti, Quantum 5, 391 (2021); with several, as under a
 * control or where a weight is shared, by the search of `rotosolveSweep`. For R frequencies along each weight a sweep takes
 * 1 + Σ 2R circuits at most, and one more each weight where values are estimates; fewer in a short window. `executions`
 * is their number, or, where features decide how many frequencies there are, the most that it can be.
 *
 * On an exact simulator ⟨O⟩ is never higher after a sweep. Where values are estimates, it may be.
 */
export function rotosolve(f: Expectation<number>, options: RotosolveOptions = {}): Differentiated<Params> {
  demandMeans(
    'rotosolve',
    f,
    'Give rotosolveSweep the program of expectation(circuit, [product(O, O), O]) and a loss such as ([square, mean]) => square - mean ** 2.',
  );
  demandMean('rotosolve', f, '; rotosolveSweep takes several');
  const search = searchOf('rotosolve', options);
  const { program, simulator } = f;
  const linesOn = (features: Float64Array) => weightLines(program, features, search, (weight) => calledIn(f, weight));
  const anywhere = Float64Array.from({ length: program.features }, uniform(0, 0));
  return differentiated(
    (params = {}) => {
      const { features, weights } = bind(f, params);
      const sweep = swept(simulator, program, features, weights, linesOn(features), ([value]) => value, lowestOf);
      return { ...(program.features > 0 ? { x: features } : {}), ...named(f, sweep.weights) };
    },
    {
      method: 'rotosolve',
      executions: sweepExecutions(
        simulator,
        program,
        anywhere,
        linesOn(anywhere),
        program.features > 0 ? atMost : undefined,
      ),
    },
  );
}

const atMost = ({ frequencies }: Interpolation) => 2 * frequencies.length;

/** Entry k of a named vector as vector[k]. */
function calledIn({ vectors }: Expectation<number>, weight: number): string {
  const own = vectors.find(({ start, length }) => weight < start + length);
  return own ? `${own.name}[${weight - own.start}]` : `weight ${weight}`;
}

/** a cos Ωt + b sin Ωt is lowest where Ωt = atan2(−b, −a), or within a window that ends before, at an end. */
const lowestOf: Search = (line, curves, valueAt) => {
  const [{ frequencies, coefficients }] = curves;
  if (frequencies.length !== 1) return scanned(line, curves, valueAt);
  const [, a, b] = coefficients[0];
  const dip = Math.atan2(-b, -a) / frequencies[0];
  if (Math.abs(dip) <= line.reach) return dip;
  return valueAt(line.reach) < valueAt(-line.reach) ? line.reach : -line.reach;
};
