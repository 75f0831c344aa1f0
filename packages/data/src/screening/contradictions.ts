import type { Dataset } from '../dataset.ts';
import { groupsOfEqual } from '../equal-rows.ts';

/** What equal features of different labels do to a dataset. */
export interface Contradictions {
  readonly samples: number;
  /** How many different samples there are, whatever their labels. */
  readonly patterns: number;
  /** How many of these occur with more than one label, and how many samples are of such a pattern. */
  readonly contradictoryPatterns: number;
  readonly contradictorySamples: number;
  /** The contradictory share of the samples. */
  readonly share: number;
  /** Σ max n(pattern, label)/samples: the accuracy that no classifier of these features exceeds. */
  readonly ceiling: number;
}

/** Measured on any data, best after a step that loses much, such as a threshold on a small image. Nothing is removed. */
export function contradictions(data: Dataset): Contradictions {
  const { labels } = data;
  if (labels.length === 0) throw new Error('Contradictions are looked for between samples, but there are none.');
  const groups = groupsOfEqual(data);
  const contradictory = groups.filter((rows) => contradicts(rows, labels));
  const contradictorySamples = sum(contradictory.map((rows) => rows.length));
  return {
    samples: labels.length,
    patterns: groups.length,
    contradictoryPatterns: contradictory.length,
    contradictorySamples,
    share: contradictorySamples / labels.length,
    ceiling:
      (labels.length - contradictorySamples + sum(contradictory.map((rows) => mostOfOneLabel(rows, labels)))) /
      labels.length,
  };
}

/** Whether equal samples have different labels. */
export const contradicts = (rows: readonly number[], labels: Uint8Array): boolean =>
  rows.some((row) => labels[row] !== labels[rows[0]]);

function mostOfOneLabel(rows: readonly number[], labels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const row of rows) counts[labels[row]]++;
  return Math.max(...counts);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
