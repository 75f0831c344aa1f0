import { expect, test } from 'vitest';
import { SIX } from '../../test/six-features.ts';
import type { Dataset } from '../dataset.ts';
import { random } from '../random.ts';
import type { Finding } from '../screening/finding.ts';
import { ksCritical } from '../screening/ks-distance.ts';
import { pca } from './pca.ts';
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

const report = (options: Parameters<typeof screen>[0], train = TRAIN) =>
  screen(options)(train).fitted.report as readonly Finding[];
const verdicts = (options: Parameters<typeof screen>[0], train = TRAIN) =>
  report(options, train).map(({ verdict }) => verdict);

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
  expect(report({ keep: 1 }, doubled)).toMatchObject([{ verdict: 'kept' }, { verdict: 'outranked' }]);
});

test('the report has the score, the p and its threshold of each feature that was tested', () => {
  const [noise, , constant, , , strongest] = report({ keep: 2 });
  expect(constant).toEqual({ verdict: 'constant', score: null, p: null, threshold: null, gain: null, doubles: null });
  // Four features vary.
  for (const { threshold } of [noise, strongest]) expect(threshold).toBe(0.05 / 4);
  expect(noise.p).toBeGreaterThan(0.05 / 4);
  expect(strongest.p).toBeLessThan(1e-30);
});

test('distances of distributions drop what is nearer than its critical value', () => {
  const found = report({ keep: 3, statistic: 'ks' });
  expect(found.map(({ verdict }) => verdict)).toEqual(['irrelevant', 'kept', 'constant', 'kept', 'constant', 'kept']);
  for (const { threshold, score, p } of found.filter(({ verdict }) => verdict === 'kept')) {
    expect(threshold).toBe(ksCritical(100, 100));
    expect(score).toBeGreaterThan(ksCritical(100, 100));
    expect(p).toBeNull();
  }
  expect(found[0].score).toBeLessThan(ksCritical(100, 100));
});

test('mutual information sees a class that is told by its spread alone, which the variance of means does not', () => {
  expect(verdicts({ keep: 4, statistic: 'mutual-information' }, SIX)[4]).toBe('kept');
  expect(verdicts({ keep: 4 }, SIX)[4]).toBe('irrelevant');
});

test.each([
  { redundancy: 'mrmr', kept: 3, double: 1 },
  { redundancy: 'fisher', kept: 1, double: 3 },
] as const)('by $redundancy, a feature that doubles a kept one gives its place to one that adds more', (row) => {
  const { redundancy, kept, double } = row;
  expect(verdicts({ keep: 3 }, SIX)).toEqual(['irrelevant', 'kept', 'outranked', 'kept', 'irrelevant', 'kept']);
  const found = report({ keep: 3, redundancy }, SIX);
  for (const feature of [kept, 2, 5]) {
    expect(found[feature]).toMatchObject({ verdict: 'kept', doubles: null });
    expect(found[feature].gain).toBeGreaterThan(0);
  }
  expect(found[double]).toMatchObject({ verdict: 'redundant', gain: null, doubles: { feature: kept } });
  expect(found[double].doubles?.correlation).toBeGreaterThan(0.9);
  for (const feature of [0, 4]) expect(found[feature].verdict).toBe('irrelevant');
});

test('of features that do not correlate, as after PCA, none is redundant, and the step says so', () => {
  const coordinates = pca({ components: 6 })(SIX)(SIX);
  const { report: found, uncorrelated } = screen({ keep: 2, redundancy: 'mrmr' })(coordinates).fitted;
  expect(uncorrelated).toBe(true);
  expect(found).toEqual(report({ keep: 2 }, coordinates));
  expect(screen({ keep: 2, redundancy: 'mrmr' })(SIX).fitted.uncorrelated).toBe(false);
});

test('too few survivors is an error that says how many there are', () => {
  expect(() => screen({ keep: 4 })(TRAIN)).toThrow(
    'screen should keep 4 features, but only 3 of 6 vary and tell the classes apart. ' +
      'Keep fewer, or let a step before this one leave more of the image.',
  );
});

test('constant features are an error that says where to look', () => {
  const blank = { features: new Float32Array(8), labels: Uint8Array.of(0, 1, 0, 1), width: 2 };
  for (const statistic of ['anova', 'variance', 'ks', 'mutual-information'] as const)
    expect(() => screen({ keep: 1, statistic })(blank)).toThrow(
      'screen should keep 1 features, but all 2 are constant in the training samples. ' +
        'Look at the steps before this one: a threshold may leave nothing of the image.',
    );
});

test('one class cannot be told from others, but has features that vary', () => {
  const one = { ...TRAIN, labels: new Uint8Array(200).fill(3) };
  expect(() => screen({ keep: 2, statistic: 'ks' })(one)).toThrow(
    'screen tells classes apart, but all 200 training samples are of class 3. ' +
      'Give it samples of two classes or more, or let it judge by variance alone.',
  );
  expect(() => screen({ keep: 2, statistic: 'variance', redundancy: 'fisher' })(one)).toThrow('are of class 3.');
  expect(screen({ keep: 2, statistic: 'variance' })(one)(one).width).toBe(2);
});

test.each<[string, object, string]>([
  ['no feature', { keep: 0 }, 'screen.keep must be a whole number, 1 or more, but is 0.'],
  [
    'more features than there are',
    { keep: 7 },
    'screen.keep must be at most 6, the features that there are, but is 7.',
  ],
  [
    'another statistic',
    { keep: 1, statistic: 'mean' },
    'screen.statistic must be one of anova, variance, ks, mutual-information, but is "mean".',
  ],
  [
    'another criterion',
    { keep: 1, redundancy: 'yes' },
    'screen.redundancy must be one of none, mrmr, fisher, but is "yes".',
  ],
])('%s is refused', (_, options, message) => {
  expect(() => screen(options as Parameters<typeof screen>[0])(TRAIN)).toThrow(message);
});
