import type { Dataset, Step } from '../dataset.ts';
import { groupsOfEqual } from '../equal-rows.ts';
import { flag, list, number, place, record } from '../field.ts';
import { contradictions, contradicts } from '../screening/contradictions.ts';
import { checkTraining, stepKind } from '../step-kind.ts';
import { withoutRows } from '../without-rows.ts';

const fields = {
  unique: flag,
  /** What was found in the training data. */
  found: record({
    samples: place,
    patterns: place,
    contradictoryPatterns: place,
    contradictorySamples: place,
    share: number,
    ceiling: number,
  }),
  /** The training samples that were dropped. */
  dropped: list(place),
};

export const withoutContradictionsKind = stepKind({
  step: 'withoutContradictions',
  fields,
  apply: () => (data) => data,
  training:
    ({ unique }) =>
    (data) =>
      withoutRows('withoutContradictions', data, rowsToDrop(data, unique)),
});

/**
 * Without the training samples whose features occur with more than one label; with `unique`, of the others also only the
 * first of equal ones, as in TensorFlow Quantum's tutorial on MNIST. Unseen samples all pass, so a test still counts them.
 */
export function withoutContradictions({ unique = false }: { readonly unique?: boolean } = {}): Step {
  flag(unique, 'withoutContradictions.unique');
  return (train) => {
    checkTraining('withoutContradictions', train);
    return withoutContradictionsKind.fitted({
      width: train.width,
      unique,
      found: { ...contradictions(train) },
      dropped: rowsToDrop(train, unique),
    });
  };
}

const rowsToDrop = (data: Dataset, unique: boolean): readonly number[] =>
  groupsOfEqual(data)
    .flatMap((rows) => (contradicts(rows, data.labels) ? rows : unique ? rows.slice(1) : []))
    .sort((a, b) => a - b);
