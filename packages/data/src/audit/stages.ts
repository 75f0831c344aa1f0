import type { Dataset, Transform } from '../dataset.ts';
import { type AuditParts, otherParts } from './parts.ts';

/** Samples on their way through the steps. */
export interface Stage {
  /** The step that was last; null before the first. */
  readonly step: Transform | null;
  /** The training samples before that step. */
  readonly before: Dataset;
  /** Each part, changed as unseen samples are, the training samples too. */
  readonly parts: AuditParts;
  /** The training samples as the model gets them: without those that steps drop, and with those that they add. */
  readonly training: Dataset;
}

/** Tells `visit` of each stage, and gives the last: one after another, so that not all are in memory. */
export function passedThrough(parts: AuditParts, { steps }: Transform, visit: (stage: Stage) => void): Stage {
  let stage: Stage = { step: null, before: parts.train, parts, training: parts.train };
  visit(stage);
  for (const step of steps) {
    const training = step.training(stage.training);
    stage = { step, before: stage.parts.train, parts: passed(step, stage.parts), training };
    visit(stage);
  }
  return stage;
}

const passed = (step: Transform, parts: AuditParts): AuditParts => ({
  train: step(parts.train),
  ...Object.fromEntries(otherParts(parts).map(([part, data]) => [part, step(data)])),
});
