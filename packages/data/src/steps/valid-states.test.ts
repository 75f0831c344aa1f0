import { expect, test } from 'vitest';
import { pipeline } from '../pipeline.ts';
import { binarize } from './binarize.ts';
import { invalidRows, replacedRows, validStates } from './valid-states.ts';

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

test('the step tells which training samples were replaced or dropped', () => {
  for (const policy of ['zero-state', 'drop'] as const)
    expect(validStates({ policy })(MIXED).fitted.invalid).toEqual([1, 2, 4]);
});

test('of unseen samples those that are replaced are told, wherever the step stands', () => {
  const images = { features: Float32Array.of(0, 0.9, 0, 0, 0.7, 0.8), labels: Uint8Array.of(0, 0, 1), width: 2 };
  const prepare = pipeline(binarize({ threshold: 0.5 }), validStates({ policy: 'drop' }))(images);
  expect(replacedRows(prepare, images)).toEqual([1]);
  expect([...prepare(images).features]).toEqual([0, 1, 1, 0, 1, 1]);
  expect(replacedRows(validStates({ policy: 'zero-state' })(MIXED), MIXED)).toEqual([1, 2, 4]);
  expect(replacedRows(binarize({ threshold: 0.5 })(images), images)).toEqual([]);
});

test('a class of which no sample is valid is an error', () => {
  const data = { features: Float32Array.of(0, 0, 1), labels: Uint8Array.of(0, 0, 1), width: 1 };
  const transform = validStates({ policy: 'drop' })(data);
  expect(() => transform.training(data)).toThrow(
    'validStates would drop 2 of 3 training samples, and with them all of class 0.',
  );
});

test('a policy of another name is refused', () => {
  // @ts-expect-error: not a policy
  expect(() => validStates({ policy: 'ignore' })).toThrow(
    'validStates.policy must be one of error, zero-state, drop, but is "ignore".',
  );
});
