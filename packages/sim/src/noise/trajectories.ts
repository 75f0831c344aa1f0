import { rowsAtOnce } from '../room.ts';
import type { NoisyProgram } from './noisy-program.ts';

/** Rows with the noise of so many trajectories each, and how many numbers come of one. */
export interface Trajectories extends NoisyProgram {
  readonly features: ArrayLike<number>;
  readonly rows: number;
  readonly times: number;
  readonly width: number;
  readonly random: () => number;
}

/** Trajectories from one on, as rows of features. */
export interface Block {
  readonly from: number;
  readonly count: number;
  readonly rows: Float64Array;
}

/** All trajectories of all rows, row by row, in blocks that stay small. */
export function* blocks({
  program,
  drawn,
  draw,
  features,
  rows,
  times,
  width,
  random,
}: Trajectories): Generator<Block> {
  const own = program.features - drawn;
  const most = rowsAtOnce(program.features + width);
  for (let from = 0; from < rows * times; from += most) {
    const count = Math.min(most, rows * times - from);
    const block = new Float64Array(count * program.features);
    for (let k = 0; k < count; k++) {
      const start = Math.floor((from + k) / times) * own;
      const place = k * program.features;
      for (let j = 0; j < own; j++) block[place + j] = features[start + j];
      draw(random, block, place + own);
    }
    yield { from, count, rows: block };
  }
}
