import type { Dataset } from '../dataset.ts';
import { groupsOfEqual } from '../equal-rows.ts';
import { featureStatistics } from '../feature-statistics.ts';
import { nearPairs } from './near-pairs.ts';
import { type AuditParts, concatenated, type NamedPart, namedParts } from './parts.ts';

/** How many samples are like another. */
export interface Alike {
  readonly samples: number;
  /** Of these, how many are like one of another label. */
  readonly otherLabel: number;
}

/** A sample of the one part, its twin in the other, and how far they are apart. */
interface Twins {
  readonly row: number;
  readonly twin: number;
  readonly distance: number;
}

/** The samples of a part that are like one of another part, or like another of the same. */
export interface Repeats {
  readonly part: string;
  readonly of: string;
  /** Equal to the bit. */
  readonly equal: Alike;
  /** Near, but equal to none; counted by the nearest. */
  readonly near: Alike;
  /** A few, the nearest first. */
  readonly examples: readonly Twins[];
}

/** Which samples occur more than once, as they are before the first step. */
export interface Duplicates {
  /** The Euclidean distance up to which samples are near. */
  readonly radius: number;
  /** False if the search for near samples was ended early, so that there may be more. */
  readonly complete: boolean;
  /** Within each part, and of each part in those before it. */
  readonly repeats: readonly Repeats[];
}

export interface DuplicatesOptions {
  /** How near is near, as a share of √(2 Σ Var), the mean (RMS) distance of two samples. */
  readonly near: number;
  /** How many numbers may be compared. */
  readonly budget?: number;
}

/** All equal samples are found, and unless it is told otherwise, all near ones. */
export function duplicates(parts: AuditParts, { near, ...limit }: DuplicatesOptions): Duplicates {
  const named = namedParts(parts);
  const whole = concatenated(named.map(([, data]) => data));
  const patterns = groupsOfEqual(whole);
  const indexed = indexes(named, patterns);
  const radius = near * Math.sqrt(2 * featureStatistics(whole).variance.reduce((sum, value) => sum + value, 0));
  const rows = patterns.map(([first]) => first);
  const complete = nearPairs(whole, rows, { radius, ...limit }, (one, other, distance) => {
    for (const index of indexed) {
      meet(index, one, other, distance);
      meet(index, other, one, distance);
    }
  });
  const repeats = named.flatMap(([part, data], k) =>
    named.slice(0, k + 1).map(([of], j) => ({ part, of, ...compared(data, indexed[k], indexed[j]) })),
  );
  return { radius, complete, repeats };
}

/** Which patterns, as groups of equal samples are called here, occur in a part. */
interface PartIndex {
  /** The pattern of each row. */
  readonly patternOf: Int32Array;
  /** Of each pattern the first and the second row, −1 if there is none, and the label; −1 if there are several. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly label: Int16Array;
  /** Of each pattern the nearest other one that occurs in the part, −1 if none is near, and its distance. */
  readonly nearest: Int32Array;
  readonly distance: Float64Array;
}

function indexes(named: readonly NamedPart[], patterns: readonly (readonly number[])[]): readonly PartIndex[] {
  const patternOf = new Int32Array(patterns.reduce((sum, rows) => sum + rows.length, 0));
  patterns.forEach((rows, pattern) => {
    for (const row of rows) patternOf[row] = pattern;
  });
  let start = 0;
  return named.map(([, { labels }]) => {
    const own = patternOf.subarray(start, start + labels.length);
    start += labels.length;
    return indexOf(own, labels, patterns.length);
  });
}

function indexOf(patternOf: Int32Array, labels: Uint8Array, patterns: number): PartIndex {
  const none = () => new Int32Array(patterns).fill(-1);
  const [first, second] = [none(), none()];
  const label = new Int16Array(patterns);
  patternOf.forEach((pattern, row) => {
    if (first[pattern] < 0) {
      first[pattern] = row;
      label[pattern] = labels[row];
      return;
    }
    if (second[pattern] < 0) second[pattern] = row;
    if (label[pattern] !== labels[row]) label[pattern] = -1;
  });
  const distance = new Float64Array(patterns).fill(Number.POSITIVE_INFINITY);
  return { patternOf, first, second, label, nearest: none(), distance };
}

/** One pattern lies so far from another, which may be the nearest of the part. */
function meet({ first, nearest, distance }: PartIndex, one: number, other: number, apart: number): void {
  if (first[other] < 0 || apart >= distance[one]) return;
  nearest[one] = other;
  distance[one] = apart;
}

/** How many twins are shown. */
const SHOWN = 10;

function compared({ labels }: Dataset, own: PartIndex, of: PartIndex): Omit<Repeats, 'part' | 'of'> {
  const equal = { samples: 0, otherLabel: 0 };
  const near = { samples: 0, otherLabel: 0 };
  const twins: Twins[] = [];
  own.patternOf.forEach((pattern, row) => {
    const itself = own === of && of.first[pattern] === row;
    const same = itself ? of.second[pattern] : of.first[pattern];
    const like = same >= 0 ? pattern : of.nearest[pattern];
    if (like < 0) return;
    const count = same >= 0 ? equal : near;
    count.samples++;
    if (of.label[like] !== labels[row]) count.otherLabel++;
    twins.push({
      row,
      ...(same >= 0 ? { twin: same, distance: 0 } : { twin: of.first[like], distance: of.distance[pattern] }),
    });
  });
  return { equal, near, examples: twins.sort((a, b) => a.distance - b.distance).slice(0, SHOWN) };
}
