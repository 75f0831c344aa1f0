import { angleOf, angleRows, byAngles, type Point } from '../by-angles.ts';
import { rowsIn } from '../check.ts';
import type { Program } from '../program.ts';
import { rowsAtOnce } from '../room.ts';
import type { Shift } from '../simulator.ts';

/** Rows that a program is to be measured on, whose features are made when they are needed. */
export interface Batch {
  readonly program: Program;
  readonly weights: ArrayLike<number>;
  readonly rows: number;
  /** The features of so many rows from one on. */
  readonly features: (from: number, count: number) => Float64Array;
}

/** Some rows of a batch. */
interface Block {
  readonly from: number;
  readonly count: number;
  readonly features: Float64Array;
}

/** All rows of a batch, in blocks that stay small with their states and with so many shots of each. */
export function* blocksOf({ program, rows, features }: Batch, shots: number): Generator<Block> {
  const most = rowsAtOnce(program.features + 3 * 2 ** program.qubits + shots);
  for (let from = 0; from < rows; from += most) {
    const count = Math.min(most, rows - from);
    yield { from, count, features: features(from, count) };
  }
}

/** A program on its rows. */
export function batchOf(program: Program, features: ArrayLike<number>, weights: ArrayLike<number>): Batch {
  const all = new Float64Array(features);
  const width = program.features;
  return {
    program,
    weights,
    rows: rowsIn(program, features),
    features: (from, count) => all.subarray(from * width, (from + count) * width),
  };
}

/** A program by its angles, each row once for each shift: shifts × rows. */
export function shiftedBatch(
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  shifts: readonly Shift[],
): Batch {
  const isFixed = ({ slot }: Shift) => typeof program.slots[slot] === 'number';
  const movable = shifts.some(isFixed) ? withoutFixed(program) : program;
  const angled = byAngles(movable);
  const width = angled.features;
  const rows = rowsIn(program, features);
  const unmoved = angleRows(movable, pointsOf(program, features, weights, rows));
  return {
    program: angled,
    weights: [],
    rows: shifts.length * rows,
    features: (from, count) => {
      const block = new Float64Array(count * width);
      for (let k = 0; k < count; k++) {
        const row = (from + k) % rows;
        const { slot, shift } = shifts[Math.floor((from + k) / rows)];
        block.set(unmoved.subarray(row * width, (row + 1) * width), k * width);
        block[k * width + angleOf(program, slot)] += shift;
      }
      return block;
    },
  };
}

const loose = new WeakMap<Program, Program>();

/** The program with fixed angles as 0·1 + angle, which `byAngles` makes features of. */
function withoutFixed(program: Program): Program {
  const made = loose.get(program) ?? {
    ...program,
    slots: program.slots.map((angle) => (typeof angle === 'number' ? { scale: 0, offset: angle } : angle)),
  };
  loose.set(program, made);
  return made;
}

function pointsOf(
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  rows: number,
): readonly Point[] {
  const [all, shared] = [new Float64Array(features), new Float64Array(weights)];
  return Array.from({ length: rows }, (_, row) => ({
    features: all.subarray(row * program.features, (row + 1) * program.features),
    weights: shared,
  }));
}
