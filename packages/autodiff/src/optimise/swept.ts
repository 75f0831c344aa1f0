import { angleRows, byAngles, type Precision, type Program, rowsIn, type Simulator } from '@hqnn/sim';
import { areFlat, type Curves, curvesThrough, valuesAt } from './curves-through.ts';
import type { Interpolation } from './interpolation.ts';
import { lowest } from './lowest.ts';
import type { WeightLine } from './weight-lines.ts';

/** The weights after one sweep, and what it found and cost. */
export interface Sweep {
  readonly weights: Float64Array;
  /** The loss there: where values are estimates, of values measured there, and else of the curves that led there. */
  readonly loss: number;
  /** How many circuits were executed. */
  readonly executions: number;
}

/** How far to move along a line to where a loss is lowest. */
export type Search = (line: WeightLine, curves: readonly Curves[], lossAt: (t: number) => number) => number;

/** A share of a number that is put down to rounding. */
const ROUNDING: Readonly<Record<Precision, number>> = { single: 1e-6, double: 1e-13 };

/** Sets each weight in turn to where the loss is lowest along it, all others held; those that no line is along stay. */
export function swept(
  simulator: Simulator,
  program: Program,
  features: ArrayLike<number>,
  start: ArrayLike<number>,
  lines: readonly WeightLine[],
  loss: (values: Float64Array) => number,
  search: Search = scanned,
): Sweep {
  const rounding = ROUNDING[simulator.precision];
  const estimated = givesEstimates(simulator, program);
  const weights = Float64Array.from(start);
  let values = simulator.run(program, features, weights);
  for (const line of lines) {
    const rows = angleRows(program, pointsAlong(line, program.features, features, weights));
    const curves = curvesThrough(line, values, simulator.run(byAngles(program), rows, []));
    if (!areFlat(curves, program.observables, rounding)) {
      const at = (t: number) => valuesAt(curves, t);
      const shift = search(line, curves, (t) => loss(at(t)));
      const moved = at(shift);
      const reached = loss(moved);
      if (reached < loss(values) - rounding * Math.abs(reached)) {
        weights[line.weight] += shift;
        values = moved;
      }
    }
    // Of curves through estimates the lowest point lies lower than what is there, so nothing is built on it.
    if (estimated) values = simulator.run(program, features, weights);
  }
  return { weights, loss: loss(values), executions: sweepExecutions(simulator, program, features, lines) };
}

/** One circuit for each row, and those along each weight; where values are estimates, one more each weight. */
export function sweepExecutions(
  simulator: Simulator,
  program: Program,
  features: ArrayLike<number>,
  lines: readonly WeightLine[],
  along = ({ nodes }: Interpolation) => nodes.length - 1,
): number {
  const again = givesEstimates(simulator, program) ? 1 : 0;
  return lines.reduce(
    (sum, { rows }) => rows.reduce((total, row) => total + along(row) + again, sum),
    rowsIn(program, features),
  );
}

/** Whether values are not those of one smooth function: a quantum jump of the program is decided anew at each angle. */
const givesEstimates = ({ estimates }: Simulator, { instructions }: Program): boolean =>
  estimates === true || instructions.some(({ kind }) => kind === 'damping');

/** Every row at each of its nodes but the first, where the weight is. */
const pointsAlong = ({ weight, rows }: WeightLine, width: number, features: ArrayLike<number>, weights: Float64Array) =>
  rows.flatMap(({ nodes }, row) => {
    const own = Float64Array.from({ length: width }, (_, k) => features[row * width + k]);
    return nodes.slice(1).map((node) => ({ features: own, weights: weights.with(weight, weights[weight] + node) }));
  });

/** How many steps a scan makes in one turn of the fastest frequency, and to either side at least. */
const [STEPS, LEAST_STEPS] = [32, 8];

/** By a scan, which any loss can be given to. */
export const scanned: Search = ({ reach, fastest }, _, lossAt) =>
  lowest(lossAt, reach, Math.max(LEAST_STEPS, Math.ceil((STEPS * reach * fastest) / (2 * Math.PI))));
