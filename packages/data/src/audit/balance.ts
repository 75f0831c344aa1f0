import type { Dataset } from '../dataset.ts';
import { invalidRows } from '../steps/valid-states.ts';
import { type AuditParts, namedParts } from './parts.ts';

/** How many samples a label has. */
export interface ClassCount {
  readonly label: number;
  readonly samples: number;
}

/** What a part consists of. */
export interface PartBalance {
  readonly part: string;
  readonly samples: number;
  /** Of each label that occurs in any part, in ascending order. */
  readonly classes: readonly ClassCount[];
  /** The share of the most frequent label: the accuracy of always saying it. */
  readonly majority: number;
  /** Samples of which no quantum state can be made: ‖x‖ < 10⁻⁶, as of a blank image. */
  readonly blank: number;
}

export function balance(parts: AuditParts): readonly PartBalance[] {
  const named = namedParts(parts);
  const labels = labelsIn(named.map(([, data]) => data));
  return named.map(([part, data]) => {
    const [samples, classes] = [data.labels.length, classCounts(data, labels)];
    const majority = Math.max(...classes.map((one) => one.samples)) / samples;
    return { part, samples, classes, majority, blank: invalidRows(data).length };
  });
}

/** The labels that occur, in ascending order. */
export const labelsIn = (sets: readonly Dataset[]): readonly number[] =>
  [...new Set(sets.flatMap(({ labels }) => [...new Set(labels)]))].sort((a, b) => a - b);

export function classCounts({ labels }: Dataset, of: readonly number[]): readonly ClassCount[] {
  const counts = new Uint32Array(256);
  for (const label of labels) counts[label]++;
  return of.map((label) => ({ label, samples: counts[label] }));
}
