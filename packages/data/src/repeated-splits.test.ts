import { expect, test } from 'vitest';
import { repeatedSplits } from './repeated-splits.ts';

const LABELS = Array.from({ length: 100 }, (_, k) => k % 2);

test('splits are as many as were asked for, and all different', () => {
  const splits = repeatedSplits(LABELS, { times: 5, seed: 1, test: 0.3 });
  expect(splits.map(({ test }) => test.length)).toEqual([30, 30, 30, 30, 30]);
  expect(new Set(splits.map(({ test }) => test.join())).size).toBe(5);
});

test('more of them begin with the same ones', () => {
  const options = { seed: 9, validation: 0.1 };
  expect(repeatedSplits(LABELS, { times: 6, ...options }).slice(0, 3)).toEqual(
    repeatedSplits(LABELS, { times: 3, ...options }),
  );
  expect(repeatedSplits(LABELS, { times: 1, seed: 8 })).not.toEqual(repeatedSplits(LABELS, { times: 1, seed: 9 }));
});

test('no times at all are refused', () => {
  expect(() => repeatedSplits(LABELS, { times: 0, seed: 1 })).toThrow(
    'repeatedSplits.times must be a whole number, 1 or more, but is 0.',
  );
});
