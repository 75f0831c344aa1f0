import type { Estimates } from '../estimating.ts';
import { numbers } from '../room.ts';

/** Means over the trajectories of each row, with their standard errors, as the values come in. */
export interface Means {
  /** Takes the values of trajectories from one on, in the order of rows. */
  add(from: number, values: Float64Array): void;
  /** √(Σ(v − mean)²/(T(T − 1))) is the error of a mean of T values; 0 of a single one. */
  estimates(): Estimates;
}

/** Rows of so many values, each so many times (Welford, Technometrics 4, 419 (1962)). */
export function means(rows: number, times: number, width: number): Means {
  const values = numbers(rows * width);
  const squares = numbers(rows * width);
  return {
    add: (from, added) => {
      for (let k = 0; k * width < added.length; k++) {
        const start = Math.floor((from + k) / times) * width;
        const count = ((from + k) % times) + 1;
        for (let j = 0; j < width; j++) {
          const difference = added[k * width + j] - values[start + j];
          values[start + j] += difference / count;
          squares[start + j] += difference * (added[k * width + j] - values[start + j]);
        }
      }
    },
    estimates: () => ({ values, errors: squares.map((sum) => Math.sqrt(sum / (times * Math.max(1, times - 1)))) }),
  };
}
