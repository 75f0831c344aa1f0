import type { Expectation } from '@hqnn/circuits';
import { angleOf, angleRows, type Observable, type Point, seedFrom, statisticsOf } from '@hqnn/sim';
import { blocksIn } from '../blocks-in.ts';
import type { Measurement } from './measurements-at.ts';

/** The mean of a measurement over its shots. */
export interface SampledMean {
  readonly mean: number;
  /** That of the mean, from one run of all shots to another: an estimate, and not biased. */
  readonly variance: number;
}

/** Constants have no slope: what is not in a setting is left out. */
const MEASURED: readonly Observable[] = [{ terms: [] }];

/**
 * Measures each so many times, with random numbers of its own. Those of one program that are measured equally often are
 * the rows of one call.
 */
export function sampledMeans(
  { program, simulator }: Pick<Expectation<number>, 'program' | 'simulator'>,
  at: Point,
  measurements: readonly Measurement[],
  counts: readonly number[],
  draw: () => number,
): readonly SampledMean[] {
  const angles = angleRows(program, [at]);
  const found: SampledMean[] = [];
  const state = 2 * 2 ** program.qubits;
  const blocks = alike(measurements, counts).flatMap((some) => blocksIn(some, state + counts[some[0]]));
  for (const places of blocks) {
    const [{ setting }, shots] = [measurements[places[0]], counts[places[0]]];
    const rows = new Float64Array(places.length * angles.length);
    places.forEach((place, row) => {
      const { slot, shift } = measurements[place];
      rows.set(angles, row * angles.length);
      rows[row * angles.length + angleOf(program, slot)] += shift;
    });
    const outcomes = simulator.sample(setting.program, rows, [], { shots, seed: seedFrom(draw) });
    places.forEach((place, row) => {
      const own = outcomes.subarray(row * shots, (row + 1) * shots);
      const { means, covariance } = statisticsOf(MEASURED, [measurements[place].setting], [own]);
      found[place] = { mean: means[0], variance: covariance(0, 0) };
    });
  }
  return found;
}

/** The places of those with the same program and the same count. */
function alike(measurements: readonly Measurement[], counts: readonly number[]): readonly (readonly number[])[] {
  const programs = [...new Set(measurements.map(({ setting }) => setting.program))];
  const groups = new Map<string, number[]>();
  measurements.forEach(({ setting }, place) => {
    const key = `${programs.indexOf(setting.program)}:${counts[place]}`;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  });
  return [...groups.values()];
}
