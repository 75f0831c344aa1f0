import { checkLengths, type Dataset, type Step, type Transform } from '../dataset.ts';
import { list, oneOf, place } from '../field.ts';
import { stepKind } from '../step-kind.ts';
import { withoutRows } from '../without-rows.ts';

/** What to do with a sample of which no quantum state can be made. */
export type InvalidPolicy = 'error' | 'zero-state' | 'drop';

const policyField = oneOf<InvalidPolicy>('error', 'zero-state', 'drop');

const fields = {
  policy: policyField,
  /** The training samples that were replaced or dropped. */
  invalid: list(place),
};

export const validStatesKind = stepKind({
  step: 'validStates',
  fields,
  apply: ({ policy }) => (policy === 'error' ? refused : zeroed),
  training: ({ policy }) => ({ error: refused, 'zero-state': zeroed, drop: dropped })[policy],
  admitsNaN: true,
});

/**
 * Samples that can be made a quantum state, ‖x‖ ≥ 10⁻⁶ and every number finite; any other is an error,
 * becomes (1, 0, 0, …), or is dropped. Only training samples are dropped: unseen ones become (1, 0, 0, …) instead, and
 * `replacedRows` tells which.
 */
export function validStates({ policy = 'error' }: { readonly policy?: InvalidPolicy } = {}): Step {
  policyField(policy, 'validStates.policy');
  return (train) => {
    checkLengths(train);
    if (policy === 'error') refused(train);
    return validStatesKind.fitted({ width: train.width, policy, invalid: invalidRows(train) });
  };
}

/** The samples with ‖x‖ < 10⁻⁶ or a number that is not finite. */
export function invalidRows({ features, labels, width }: Dataset): number[] {
  const rows: number[] = [];
  for (let row = 0; row < labels.length; row++) {
    // The square of the greatest Float32 is far from the greatest number; NaN fails both comparisons.
    let square = 0;
    for (let k = row * width; k < (row + 1) * width; k++) square += features[k] * features[k];
    if (!(square >= 1e-12 && square < Number.POSITIVE_INFINITY)) rows.push(row);
  }
  return rows;
}

/**
 * The samples that become (1, 0, 0, …) in a transform, because no quantum state can be made of what reaches its
 * `validStates`: what is then predicted for them tells nothing. None if it has no such step.
 */
export function replacedRows(transform: Transform, data: Dataset): number[] {
  const rows = new Set<number>();
  transform.steps.reduce((changed, step) => {
    if (step.fitted.step === validStatesKind.step) for (const row of invalidRows(changed)) rows.add(row);
    return step(changed);
  }, data);
  return [...rows].sort((a, b) => a - b);
}

function refused(data: Dataset): Dataset {
  const [row, ...more] = invalidRows(data);
  if (row !== undefined)
    throw new Error(
      `Sample ${row}${more.length > 0 ? ` and ${more.length} more` : ''} cannot be made a quantum state: ` +
        'its numbers are all zero, or not all finite. Mend the data, or choose the policy zero-state or drop.',
    );
  return data;
}

function zeroed(data: Dataset): Dataset {
  const features = data.features.slice();
  for (const row of invalidRows(data)) {
    features.fill(0, row * data.width, (row + 1) * data.width);
    features[row * data.width] = 1;
  }
  return { ...data, features };
}

const dropped = (data: Dataset): Dataset => withoutRows('validStates', data, invalidRows(data));
