import type { Shots } from './simulator.ts';
import { uniform } from './uniform.ts';

/** Basis states drawn with the given probabilities, rows × shots. Each row has its own stream of random numbers. */
export function sampled(probabilities: Float64Array, rows: number, { shots, seed }: Shots): Uint32Array {
  const size = probabilities.length / rows;
  const outcomes = new Uint32Array(rows * shots);
  const cumulative = new Float64Array(size);
  const guide = new Uint32Array(2 ** Math.floor(Math.log2(Math.min(4 * size, shots))));
  for (let row = 0; row < rows; row++) {
    const total = runningSum(probabilities, row * size, cumulative);
    prepare(guide, cumulative, total);
    const draw = uniform(seed, row);
    for (let shot = 0; shot < shots; shot++) {
      const u = draw();
      outcomes[row * shots + shot] = find(cumulative, u * total, guide[(u * guide.length) | 0]);
    }
  }
  return outcomes;
}

/** Throws unless there are shots to be had, and a seed for them: before anything is run. */
export function checkShots(rows: number, { shots, seed }: Shots): void {
  if (!(Number.isInteger(shots) && shots >= 1 && rows * shots <= MOST_OUTCOMES))
    throw new Error(
      `A row is measured with ${shots} shots. Shots are a whole number from 1, and ${MOST_OUTCOMES} at most for all rows together.`,
    );
  if (!Number.isSafeInteger(seed)) throw new Error(`The seed is ${seed}. A seed is a whole number.`);
}

/** As many as one array holds, with room to spare. */
export const MOST_OUTCOMES = 1e9;

/** Writes the running sum of the values from a place on, and answers with the last. */
function runningSum(values: Float64Array, from: number, cumulative: Float64Array): number {
  let total = 0;
  for (let k = 0; k < cumulative.length; k++) cumulative[k] = total += values[from + k];
  return total;
}

/**
 * The place of the value (j/G)·total for each j below the length G of the guide, a power of two. The search for u·total
 * begins at that of j = ⌊uG⌋ and passes 1/G of all places on average, whatever their probabilities: Chen and Asau, AIIE
 * Trans. 6, 163 (1974).
 */
function prepare(guide: Uint32Array, cumulative: Float64Array, total: number): void {
  let place = 0;
  for (let j = 0; j < guide.length; j++) guide[j] = place = find(cumulative, (j / guide.length) * total, place);
}

/** The first place whose running sum is above `value`, from a place on that is not behind it. */
function find(cumulative: Float64Array, value: number, from: number): number {
  let place = from;
  while (place < cumulative.length - 1 && cumulative[place] <= value) place++;
  return place;
}
