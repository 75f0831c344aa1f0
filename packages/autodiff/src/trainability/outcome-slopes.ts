import type { Expectation } from '@hqnn/circuits';
import { angleRows, byAngles, type Point, type Precision, slopesInWeights } from '@hqnn/sim';
import { unitCotangents } from '../unit-cotangents.ts';

/** The probabilities of outcomes at points, and their slopes. */
interface OutcomeSlopes {
  /** points × outcomes */
  readonly probabilities: Float64Array;
  /** For each outcome points × weights. */
  readonly slopes: readonly Float64Array[];
}

/** How far probabilities may be below 0, and their sum from 1. */
const ROUNDING: Readonly<Record<Precision, number>> = { single: 1e-4, double: 1e-9 };

/** From a function whose outputs are the probabilities of all outcomes; throws, naming the row, where they are not. */
export function outcomeSlopes(
  who: string,
  { program, simulator }: Expectation<Float64Array>,
  points: readonly Point[],
): OutcomeSlopes {
  const [angled, rows, outcomes] = [byAngles(program), angleRows(program, points), program.observables.length];
  const probabilities = simulator.run(angled, rows, []);
  const rounding = ROUNDING[simulator.precision];
  points.forEach((_, row) => {
    const own = probabilities.subarray(row * outcomes, (row + 1) * outcomes);
    const sum = own.reduce((total, p) => total + p, 0);
    if (!(Math.abs(sum - 1) < rounding && own.every((p) => p > -rounding)))
      throw new Error(
        `${who} was given a function whose outputs are (${own}) in row ${row}. They are to be the probabilities of all outcomes, with the sum 1: give expectation(circuit, outcomes(…)) the qubits that are read.`,
      );
  });
  // Probabilities have the sum 1 and slopes the sum 0, so the last outcome needs no sweep.
  const swept = Array.from({ length: outcomes - 1 }, (_, outcome) => {
    const cotangents = unitCotangents(points.length, outcomes, outcome);
    return slopesInWeights(program, points, simulator.pullBack(angled, rows, [], cotangents).features);
  });
  const last = new Float64Array(points.length * program.weights);
  for (const slopes of swept)
    slopes.forEach((slope, k) => {
      last[k] -= slope;
    });
  return { probabilities, slopes: [...swept, last] };
}
