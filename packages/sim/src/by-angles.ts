import { angleAt } from './angle.ts';
import { pullBackSlots } from './chain-rule.ts';
import type { Program } from './program.ts';

/** What a program is run on once: one row of features, and weights. */
export interface Point {
  readonly features: Float64Array;
  readonly weights: Float64Array;
}

const known = new WeakMap<Program, Program>();

/**
 * The same program of its angles: the angle of slot s is its feature `angleOf(program, s)`, whatever it was made of. So one
 * batch holds points that differ in their weights too, which the rows of a program share. Amplitudes stay the features
 * that they are.
 */
export function byAngles(program: Program): Program {
  const angled = known.get(program) ?? {
    ...program,
    features: widthOf(program),
    weights: 0,
    slots: program.slots.map((angle, slot) =>
      typeof angle === 'number' ? angle : { scale: 1, feature: angleOf(program, slot), offset: 0 },
    ),
  };
  known.set(program, angled);
  return angled;
}

/** The place of a slot's angle in the rows of `byAngles`. */
export const angleOf = (program: Program, slot: number) => (program.initial ? program.features : 0) + slot;

/** One at least, so that a program without angles has rows too. */
const widthOf = (program: Program) => Math.max(1, angleOf(program, program.slots.length));

/** What `byAngles(program)` is run on: one row a point. */
export function angleRows(program: Program, points: readonly Point[]): Float64Array {
  const width = widthOf(program);
  const rows = new Float64Array(points.length * width);
  points.forEach(({ features, weights }, row) => {
    if (program.initial) rows.set(features, row * width);
    program.slots.forEach((angle, slot) => {
      rows[row * width + angleOf(program, slot)] = angleAt(angle, features, 0, weights);
    });
  });
  return rows;
}

/** From slopes in those rows to slopes in the weights of each point: points × weights. */
export function slopesInWeights(program: Program, points: readonly Point[], slopes: Float64Array): Float64Array {
  const width = widthOf(program);
  const inWeights = new Float64Array(points.length * program.weights);
  points.forEach(({ features, weights }, row) => {
    const start = row * width + angleOf(program, 0);
    const inAngles = slopes.subarray(start, start + program.slots.length);
    const own = pullBackSlots(program, features, weights, inAngles, { features: false });
    inWeights.set(own.weights, row * program.weights);
  });
  return inWeights;
}
