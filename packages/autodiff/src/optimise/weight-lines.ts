import { frequenciesOf, type Program, rowsIn, slopeInWeight } from '@hqnn/sim';
import { checkNoOthers, checkOption, checkWhole } from '../check-option.ts';
import { type Driven, drivenBy } from '../metric/driven.ts';
import { type Interpolation, interpolation } from './interpolation.ts';

/** How far along each weight Rotosolve searches, and how many frequencies a weight may have. */
export interface RotosolveOptions {
  /** How many frequencies a row has along a weight at most, each of which takes up to two circuits: 64 if absent. */
  readonly most?: number;
  /**
   * How far a weight is moved at most, to either side. If absent, a period of all rows is searched; where there is none,
   * as features or scales are not multiples of one another, half a turn of the slowest frequency to either side, but
   * at most two turns of the fastest.
   */
  readonly window?: number;
}

/** How the expectation values of a program are found as functions of how far one of its weights is moved. */
export interface WeightLine {
  readonly weight: number;
  /** One for each row of features. */
  readonly rows: readonly Interpolation[];
  /** How far is searched, to either side. */
  readonly reach: number;
  /** The largest frequency of any row. */
  readonly fastest: number;
}

/** The options, and what they are if absent; throws where one is not what it must be. */
export function searchOf(who: string, { most = 64, window, ...others }: RotosolveOptions) {
  checkNoOthers(who, { most, window }, others);
  checkWhole(who, { most }, 1);
  checkOption(who, { window }, window === undefined || (window > 0 && Number.isFinite(window)), 'a number above 0');
  return { most, window };
}

/** The lines along all weights that turn a rotation on any row; throws where one has too many frequencies. */
export function weightLines(
  program: Program,
  features: ArrayLike<number>,
  { most, window }: ReturnType<typeof searchOf>,
  called = (weight: number) => `weight ${weight}`,
): readonly WeightLine[] {
  const driven = drivenBy(program);
  return Array.from({ length: program.weights }, (_, weight) => {
    const turned = driven.filter((one) => one.weight === weight);
    const frequencies = Array.from({ length: rowsIn(program, features) }, (_, row) => {
      const own = frequenciesAlong(program, turned, features, row, most);
      if (own.length <= most) return own;
      throw new Error(
        `Along ${called(weight)}, which turns ${turned.length} rotations, row ${row} has more than ${most} frequencies, each of which takes up to two circuits. Train the weights by gradient, or raise most.`,
      );
    });
    const reach = window ?? reachOf(frequencies);
    const rows = frequencies.map((own) => interpolation(own, reach));
    return { weight, rows, reach, fastest: frequencies.flat().reduce((most, one) => Math.max(most, one), 0) };
  }).filter(({ fastest }) => fastest > 0);
}

/** Frequencies closer than this, as a share of the largest, are one. */
const SAME = 1e-9;

/**
 * The frequencies of ⟨O⟩ along a weight on one row: sums and differences of those of its rotations, each times ∂α/∂θ. There
 * may be three times as many with each rotation, so no more are added once there are more than `most`.
 */
function frequenciesAlong(
  { slots, features: width }: Program,
  turned: readonly Driven[],
  features: ArrayLike<number>,
  row: number,
  most: number,
): readonly number[] {
  let found: readonly number[] = [0];
  for (const { rotation } of turned) {
    const angle = slots[rotation.slot];
    const slope = typeof angle === 'number' ? 0 : Math.abs(slopeInWeight(angle, features, row * width));
    const own = frequenciesOf(rotation).map((frequency) => slope * frequency);
    found = distinct(found.flatMap((one) => [one, ...own.flatMap((other) => [one + other, Math.abs(one - other)])]));
    if (found.length > most + 1) break;
  }
  return found.slice(1);
}

/** In order, from 0 on, those that are close to one before them left out. */
function distinct(frequencies: readonly number[]): readonly number[] {
  const ordered = [...frequencies].sort((a, b) => a - b);
  const close = SAME * ordered[ordered.length - 1];
  return ordered.filter((frequency, k) => k === 0 || frequency - ordered[k - 1] > close);
}

/** A period may have so many turns of the fastest frequency, or as many as a row has frequencies. */
const MOST_TURNS = 64;

/** Half the period that all frequencies have in common, and where there is none, what the options say. */
function reachOf(rows: readonly (readonly number[])[]): number {
  const all = [...new Set(rows.flat())].sort((a, b) => a - b);
  const [slowest, fastest] = [all[0], all[all.length - 1]];
  const most = rows.reduce((turns, { length }) => Math.max(turns, length), MOST_TURNS);
  for (let parts = 1; (parts * fastest) / slowest < most + 0.5; parts++) {
    const unit = slowest / parts;
    if (all.every((frequency) => isWhole(frequency / unit))) return Math.PI / unit;
  }
  return Math.min(Math.PI / slowest, (4 * Math.PI) / fastest);
}

const isWhole = (ratio: number) => Math.abs(ratio - Math.round(ratio)) < 1e-6;
