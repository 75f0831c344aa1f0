import { type Dataset, rowsOf, type Step } from '../dataset.ts';
import { oneOf } from '../field.ts';
import { stepKind } from '../step-kind.ts';

/** What to do with a sample of which no quantum state can be made. */
export type InvalidPolicy = 'error' | 'zero-state' | 'drop';

const policyField = oneOf<InvalidPolicy>('error', 'zero-state', 'drop');

export const validStatesKind = stepKind({
  step: 'validStates',
  fields: { policy: policyField },
  apply: ({ policy }) => (policy === 'error' ? refused : zeroed),
  training: ({ policy }) => ({ error: refused, 'zero-state': zeroed, drop: dropped })[policy],
  admitsNaN: true,
});

/**
 * Samples that can be made a quantum state, ‖x‖ ≥ 10⁻⁶ and every number finite; any other is an error,
 * becomes (1, 0, 0, …), or is dropped. Only training samples are dropped: unseen ones become (1, 0, 0, …) instead.
 */
export function validStates({ policy = 'error' }: { readonly policy?: InvalidPolicy } = {}): Step {
  policyField(policy, 'validStates.policy');
  return ({ width }) => validStatesKind.fitted({ width, policy });
}

/** The samples with ‖x‖ < 10⁻⁶ or a number that is not finite. */
export function invalidRows({ features, labels, width }: Dataset): number[] {
  return [...labels.keys()].filter((row) => {
    const norm = Math.hypot(...features.subarray(row * width, (row + 1) * width));
    return !(norm >= 1e-6 && norm < Number.POSITIVE_INFINITY);
  });
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

function dropped(data: Dataset): Dataset {
  const invalid = new Set(invalidRows(data));
  return rowsOf(
    data,
    [...data.labels.keys()].filter((row) => !invalid.has(row)),
  );
}
