import type { Dataset } from '../dataset.ts';
import { groupsOfEqual } from '../equal-rows.ts';
import { type Contradictions, contradictions } from '../screening/contradictions.ts';
import { concatenated, namedParts } from './parts.ts';
import type { Stage } from './stages.ts';

/** What a part is after a step. */
interface PartLoss extends Contradictions {
  readonly part: string;
  /** How many of its samples equal a training sample; null of the training samples themselves. */
  readonly seen: number | null;
}

/** How many samples became equal by a step, and the ceiling that contradictory labels set. */
export interface StepLoss {
  /** Null before the first. */
  readonly step: string | null;
  readonly width: number;
  /** How many samples there are to train on; fewer or more than before if the step drops or adds some. */
  readonly training: number;
  /** A contradiction that training drops still counts. */
  readonly parts: readonly PartLoss[];
}

export const stepLoss = ({ step, parts, training }: Stage): StepLoss => ({
  step: step?.fitted.step ?? null,
  width: parts.train.width,
  training: training.labels.length,
  parts: namedParts(parts).map(([part, data]) => ({
    part,
    ...contradictions(data),
    seen: part === 'train' ? null : seen(parts.train, data),
  })),
});

function seen(train: Dataset, unseen: Dataset): number {
  const known = train.labels.length;
  const groups = groupsOfEqual(concatenated([train, unseen]));
  // Rows ascend within a group, so that its training samples stand first.
  return groups.reduce((sum, rows) => sum + (rows[0] < known ? rows.filter((row) => row >= known).length : 0), 0);
}
