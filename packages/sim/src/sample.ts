import type { Shots } from './simulator.ts';
import { uniform } from './uniform.ts';

/** Basis states drawn with the given probabilities, rows × shots. Each row has its own stream of random numbers. */
export function sampled(probabilities: Float64Array, rows: number, { shots, seed }: Shots): Uint32Array {
  const size = probabilities.length / rows;
  const outcomes = new Uint32Array(rows * shots);
  for (let row = 0; row < rows; row++) {
    const cumulative = runningSum(probabilities.subarray(row * size, (row + 1) * size));
    const draw = uniform(seed, row);
    for (let shot = 0; shot < shots; shot++)
      outcomes[row * shots + shot] = find(cumulative, draw() * cumulative[size - 1]);
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
const MOST_OUTCOMES = 1e9;

function runningSum(values: Float64Array): Float64Array {
  let total = 0;
  return values.map((value) => (total += value));
}

/** The first place whose running sum is above `value`, by bisection. */
function find(cumulative: Float64Array, value: number): number {
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
