import { expect, test } from 'vitest';
import type { Dataset } from '../dataset.ts';
import { random } from '../random.ts';
import { screen } from './screen.ts';

const { normal } = random(1, 'screen');
const labels = Uint8Array.from({ length: 200 }, (_, k) => k % 2);
/** Features: noise, weak, constant, strong, almost constant, stronger yet. */
const TRAIN: Dataset = {
  features: Float32Array.from(
    [...labels].flatMap((label) => [
      3 * normal(),
      label + normal(),
      0.7,
      2 * label + normal(),
      1e-3 * label,
      4 * label + normal(),
    ]),
  ),
  labels,
  width: 6,
};

const verdicts = (options: Parameters<typeof screen>[0]) =>
  (screen(options)(TRAIN).fitted.report as readonly { readonly verdict: string }[]).map(({ verdict }) => verdict);

test('anova drops constant features and those that chance explains, then keeps the best', () => {
  expect(verdicts({ keep: 2 })).toEqual(['irrelevant', 'outranked', 'constant', 'kept', 'constant', 'kept']);
  expect(verdicts({ keep: 3 })).toEqual(['irrelevant', 'kept', 'constant', 'kept', 'constant', 'kept']);
});

test('variance knows nothing of the class', () => {
  expect(verdicts({ keep: 2, statistic: 'variance' })).toEqual([
    'kept',
    'outranked',
    'constant',
    'outranked',
    'constant',
    'kept',
  ]);
});

test('the kept features stay in their order', () => {
  const { features, width } = screen({ keep: 2 })(TRAIN)(TRAIN);
  expect(width).toBe(2);
  expect([...features.slice(0, 4)]).toEqual([3, 5, 9, 11].map((k) => TRAIN.features[k]));
});

test('of features that are equally good, the first is kept', () => {
  const doubled = { labels, features: Float32Array.from({ length: 400 }, (_, k) => labels[k >> 1]), width: 2 };
  const { report } = screen({ keep: 1 })(doubled).fitted;
  expect(report).toMatchObject([{ verdict: 'kept' }, { verdict: 'outranked' }]);
});

test('the report has the score and the p of each feature that was tested', () => {
  const { report } = screen({ keep: 2 })(TRAIN).fitted;
  expect(report).toMatchObject([
    {},
    {},
    { score: null, p: null },
    {},
    {},
    { score: expect.any(Number), p: expect.any(Number) },
  ]);
});

test('too few survivors is an error that says how many there are', () => {
  expect(() => screen({ keep: 4 })(TRAIN)).toThrow(
    'screen should keep 4 features, but only 3 of 6 vary and tell the classes apart. ' +
      'Keep fewer, or let a step before this one leave more of the image.',
  );
});

test('a number of features and a statistic that are none are refused', () => {
  expect(() => screen({ keep: 0 })).toThrow('screen.keep must be a whole number, 1 or more, but is 0.');
  // @ts-expect-error: not a statistic
  expect(() => screen({ keep: 1, statistic: 'mean' })).toThrow(
    'screen.statistic must be one of anova, variance, but is "mean".',
  );
});
