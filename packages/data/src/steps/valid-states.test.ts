import { expect, test } from 'vitest';
import { invalidRows, validStates } from './valid-states.ts';

/** Samples 1, 2 and 4 cannot be made a state. */
const MIXED = {
  features: Float32Array.from([0, 1, 0, 0, 1, Number.NaN, 1e-5, 0, Number.NEGATIVE_INFINITY, 2]),
  labels: Uint8Array.from([0, 1, 0, 1, 0]),
  width: 2,
};

test('samples of zeros, NaN or infinity are invalid, small ones are not', () => {
  expect(invalidRows(MIXED)).toEqual([1, 2, 4]);
});

test('the largest finite numbers are a state', () => {
  expect(invalidRows({ features: Float32Array.of(3e38, -3e38), labels: Uint8Array.of(0), width: 2 })).toEqual([]);
});

test('the policy error names the first such sample', () => {
  expect(() => validStates()(MIXED)(MIXED)).toThrow(
    'Sample 1 and 2 more cannot be made a quantum state: its numbers are all zero, or not all finite. ' +
      'Mend the data, or choose the policy zero-state or drop.',
  );
});

test('the policy zero-state makes them (1, 0, …)', () => {
  const { features } = validStates({ policy: 'zero-state' })(MIXED)(MIXED);
  expect([...features]).toEqual([0, 1, 1, 0, 1, 0, Math.fround(1e-5), 0, 1, 0]);
});

test('the policy drop drops training samples, and only those', () => {
  const transform = validStates({ policy: 'drop' })(MIXED);
  expect(transform.training(MIXED)).toEqual({
    features: Float32Array.from([0, 1, 1e-5, 0]),
    labels: Uint8Array.from([0, 1]),
    width: 2,
  });
  expect(transform(MIXED)).toEqual(validStates({ policy: 'zero-state' })(MIXED)(MIXED));
});

test('a policy of another name is refused', () => {
  // @ts-expect-error: not a policy
  expect(() => validStates({ policy: 'ignore' })).toThrow(
    'validStates.policy must be one of error, zero-state, drop, but is "ignore".',
  );
});
