import type { Step } from '../dataset.ts';
import { broken, number } from '../field.ts';
import { pipeline } from '../pipeline.ts';
import { type Distribution, distribution } from '../screening/distribution.ts';
import { traces } from '../trace.ts';
import { auditWarnings } from './audit-warnings.ts';
import { balance, type PartBalance } from './balance.ts';
import { type Drift, drift } from './drift.ts';
import { type Duplicates, duplicates } from './duplicates.ts';
import { type AuditParts, checkParts, namedParts } from './parts.ts';
import {
  type Representation,
  representation,
  type ScreenRepresentation,
  screenRepresentation,
} from './representation.ts';
import { passedThrough } from './stages.ts';
import { type StepLoss, stepLoss } from './step-loss.ts';

export interface AuditOptions {
  /**
   * Up to which share of the mean (RMS) distance of two samples they are near duplicates: 0.08 if absent, which no two of
   * MNIST's training images are, 0 for none.
   */
  readonly near?: number;
  /** The angle that a circuit makes of a feature, over the feature: 1 if absent. */
  readonly scale?: number;
}

/** What is to be known of data before a model is trained on them: plain JSON data. */
export interface Audit {
  readonly schema: 1;
  readonly balance: readonly PartBalance[];
  /** Of the samples as they are, before the first step. */
  readonly duplicates: Duplicates;
  /** Of the samples as they are, and after each step. */
  readonly steps: readonly StepLoss[];
  /** Between the training samples and each other part, as they reach the circuit. */
  readonly drift: readonly Drift[];
  readonly representation: Representation;
  /** How the features of each part are distributed as they reach the circuit, and what is clipped of them. */
  readonly distribution: readonly (Distribution & { readonly part: string })[];
  readonly warnings: readonly string[];
}

/**
 * The parts of a split, and what the steps make of them, fitted to the training part as for training; of a fitted
 * transform the step is `() => transform`. All equal samples are found, and all near ones unless `duplicates.complete` is
 * false; a digit that was moved or turned is neither. Holds the samples twice, and what a step makes of them.
 */
export function audit(
  parts: AuditParts,
  step: Step = pipeline(),
  { near = 0.08, scale = 1 }: AuditOptions = {},
): Audit {
  if (!(number(near, 'audit.near') >= 0 && near < 1))
    throw broken('audit.near', 'a share from 0 up to but not including 1', near);
  number(scale, 'audit.scale');
  checkParts(parts);
  const transform = step(parts.train);
  const names = transform.trace(traces(parts.train)).map(({ name }) => name);
  const steps: StepLoss[] = [];
  const screens: ScreenRepresentation[] = [];
  const last = passedThrough(parts, transform, (stage) => {
    steps.push(stepLoss(stage));
    screens.push(...screenRepresentation(stage));
  });
  const found = {
    balance: balance(parts),
    duplicates: duplicates(parts, { near }),
    steps,
    drift: drift(last.parts, names),
    representation: { ...representation(parts.train, last, names), screens },
    distribution: namedParts(parts).map(([part, data]) => ({ part, ...distribution(data, { transform, scale }) })),
  };
  return { schema: 1, ...found, warnings: auditWarnings(found) };
}
