import { expect, test } from 'vitest';
import { withoutContradictions } from './without-contradictions.ts';

/** Rows 0 and 3 are equal and of two classes, rows 1, 4 and 5 equal and of one. */
const DATA = {
  features: Float32Array.of(0, 1, 2, 2, 3, 0, 0, 1, 2, 2, 2, 2),
  labels: Uint8Array.of(0, 1, 0, 1, 1, 1),
  width: 2,
};

test('training samples with more than one label go, and the step tells which and how many there were', () => {
  const transform = withoutContradictions()(DATA);
  expect(transform.training(DATA)).toEqual({
    features: Float32Array.of(2, 2, 3, 0, 2, 2, 2, 2),
    labels: Uint8Array.of(1, 0, 1, 1),
    width: 2,
  });
  expect(transform.fitted).toEqual({
    step: 'withoutContradictions',
    width: 2,
    unique: false,
    found: {
      samples: 6,
      patterns: 3,
      contradictoryPatterns: 1,
      contradictorySamples: 2,
      share: 1 / 3,
      ceiling: 5 / 6,
    },
    dropped: [0, 3],
  });
});

test('with unique, only the first of equal samples stays', () => {
  const transform = withoutContradictions({ unique: true })(DATA);
  expect(transform.training(DATA).labels).toEqual(Uint8Array.of(1, 0));
  expect(transform.fitted.dropped).toEqual([0, 3, 4, 5]);
});

test('unseen samples all pass', () => {
  expect(withoutContradictions({ unique: true })(DATA)(DATA)).toEqual(DATA);
});

test('a class that would be lost is an error', () => {
  const data = { features: Float32Array.of(1, 1, 2), labels: Uint8Array.of(0, 1, 1), width: 1 };
  expect(() => withoutContradictions()(data).training(data)).toThrow(
    'withoutContradictions would drop 2 of 3 training samples, and with them all of class 0. ' +
      'Let the steps before it leave more that tells the classes apart, or leave it out.',
  );
});

test('unique is true or false, and training data are needed', () => {
  // @ts-expect-error: no flag
  expect(() => withoutContradictions({ unique: 'yes' })).toThrow(
    'withoutContradictions.unique must be true or false, but is "yes".',
  );
  const none = { features: new Float32Array(), labels: new Uint8Array(), width: 1 };
  expect(() => withoutContradictions()(none)).toThrow('learns from training data, but was given no samples.');
});
