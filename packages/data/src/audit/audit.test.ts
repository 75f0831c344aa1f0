import { describe, expect, test } from 'vitest';
import { images } from '../../test/nine-samples.ts';
import { type Dataset, rowsOf } from '../dataset.ts';
import { flipLabels } from '../flip-labels.ts';
import { pipeline, restore } from '../pipeline.ts';
import { random } from '../random.ts';
import { averagePool } from '../steps/average-pool.ts';
import { binarize } from '../steps/binarize.ts';
import { likelyLabels } from '../steps/likely-labels.ts';
import { minMax } from '../steps/min-max.ts';
import { pca } from '../steps/pca.ts';
import { screen } from '../steps/screen.ts';
import { withoutContradictions } from '../steps/without-contradictions.ts';
import { audit } from './audit.ts';

const train = images(200, random(1, 'train').uniform);
const unseen = images(80, random(2, 'test').uniform);
const parts = { train, test: unseen };

/** One pixel of ink or none: two patterns, and no classifier gets far. */
const lossy = pipeline(averagePool({ rows: 1, columns: 1 }), binarize({ threshold: 0.45 }));

describe('an audit', () => {
  test('of sound data warns of nothing, and is what JSON can say', () => {
    const found = audit(parts, pipeline(pca({ components: 4 }), minMax()));
    expect(found.warnings).toEqual([]);
    expect(found.schema).toBe(1);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test('counts the classes of each part, and what always to say the most frequent one is worth', () => {
    const uneven = rowsOf(unseen, [0, 2, 4, 6, 8, 1]);
    const { balance, warnings } = audit({ train, test: uneven });
    expect(balance[0]).toMatchObject({ part: 'train', samples: 200, majority: 0.5, blank: 0 });
    expect(balance[1].classes).toEqual([
      { label: 0, samples: 5 },
      { label: 1, samples: 1 },
    ]);
    expect(balance[1].majority).toBeCloseTo(5 / 6, 12);
    expect(warnings[0]).toBe(
      'The test part has 5 samples of one class and 1 of another: to say the first of all is right for 83.33 %.',
    );
  });

  test('counts a class that a part lacks', () => {
    const { balance, warnings } = audit({ train, test: rowsOf(unseen, [0, 2, 4]) });
    expect(balance[1].classes).toEqual([
      { label: 0, samples: 3 },
      { label: 1, samples: 0 },
    ]);
    expect(warnings[0]).toContain('The test part has 3 samples of one class and 0 of another');
  });

  test('finds leaked and blank samples', () => {
    const features = unseen.features.slice();
    features.set(train.features.subarray(0, 36), 36);
    features.fill(0, 72, 108);
    const { balance, warnings } = audit({ train, test: { ...unseen, features } });
    expect(balance[1].blank).toBe(1);
    expect(warnings).toEqual([
      'The test part has 1 sample of which no quantum state can be made.',
      'The test part has 1 duplicate of samples of the train part, 1 of them under another label: what is measured on it flatters the model.',
    ]);
  });

  test('tells by which step samples became equal, and the ceiling that follows', () => {
    const { steps, warnings } = audit(parts, lossy);
    expect(steps.map(({ step, width }) => [step, width])).toEqual([
      [null, 36],
      ['averagePool', 1],
      ['binarize', 1],
    ]);
    const [ofTrain, ofTest] = steps[2].parts;
    expect(steps[0].parts).toMatchObject([
      { patterns: 200, ceiling: 1, seen: null },
      { patterns: 80, ceiling: 1, seen: 0 },
    ]);
    expect([ofTrain.patterns, ofTest.patterns, ofTest.seen]).toEqual([2, 2, 80]);
    expect(ofTrain.ceiling).toBeLessThan(1);
    expect(warnings[0]).toMatch(
      /^After binarize, equal samples of the train part have different labels: no classifier/,
    );
  });

  test('counts contradictions that training drops', () => {
    const features = train.features.slice();
    features.copyWithin(36, 0, 36);
    const { steps } = audit({ train: { ...train, features } }, withoutContradictions());
    expect(steps.map(({ training }) => training)).toEqual([200, 198]);
    expect(steps.map(({ parts }) => parts[0].ceiling)).toEqual([199 / 200, 199 / 200]);
  });

  test('names a feature that drifts by its trace', () => {
    const features = unseen.features.map((value, k) => (k % 36 < 6 ? value + 1 : value));
    const { drift, warnings } = audit({ train, test: { ...unseen, features } }, averagePool({ rows: 6, columns: 1 }));
    expect([drift[0].part, drift[0].drifted]).toEqual(['test', 1]);
    expect(drift[0].features[0]).toEqual({ name: 'cell 0,0', distance: 1, p: expect.closeTo(0, 12) });
    expect(warnings).toEqual([
      'Between the train and the test part 1 of 6 features differ in distribution, most cell 0,0, at a distance of 1.000.',
    ]);
  });

  test('measures how kept features and samples represent the whole', () => {
    const { data } = flipLabels(train, { share: 0.1, seed: 1 });
    const steps = pipeline(averagePool({ rows: 3, columns: 3 }), screen({ keep: 4 }), likelyLabels());
    const { samples, explained, screens } = audit({ train: data }, steps).representation;
    expect(screens).toEqual([{ kept: 4, of: 9, explained: expect.any(Number) }]);
    expect(explained).toBeLessThan(screens[0].explained);
    expect(samples.all).toBe(200);
    expect(samples.kept).toBeLessThan(200);
    expect(samples.classes.reduce((sum, { kept }) => sum + kept, 0)).toBeCloseTo(1, 12);
    expect(samples.distance).toBeGreaterThan(0);
    expect(samples.feature).toMatch(/^cell \d,\d$/);
  });

  test('without steps looks at the samples as they are', () => {
    const { steps, representation, distribution } = audit(parts);
    expect(steps.map(({ step }) => step)).toEqual([null]);
    expect(representation).toMatchObject({
      explained: null,
      screens: [],
      samples: { kept: 200, shift: 0, distance: 0 },
    });
    expect(distribution[1]).toMatchObject({ part: 'test', samples: 80 });
    expect(distribution[1].features[0]).toMatchObject({ name: 'pixel 0,0', clipped: null });
  });

  test('tells what is clipped, and what leaves [−π, π]', () => {
    const features = unseen.features.map((value) => 2 * value);
    const { distribution } = audit({ train, test: { ...unseen, features } }, minMax(), { scale: 4 });
    const clipped = distribution.map((part) => part.features[0].clipped ?? 0);
    expect(clipped[0]).toBe(0);
    expect(clipped[1]).toBeGreaterThan(0.2);
    expect(distribution[1].features[0].outside).toBeGreaterThan(clipped[1]);
  });

  test('of a transform that is fitted already is the same', () => {
    const transform = lossy(train);
    expect(audit(parts, () => restore(transform.fitted))).toEqual(audit(parts, lossy));
  });

  test('puts train first, and leaves what it was given as it was', () => {
    const before = train.features.slice();
    expect(audit({ test: unseen, train }, lossy)).toEqual(audit(parts, lossy));
    expect(train.features).toEqual(before);
  });
});

const narrow: Dataset = { features: new Float32Array(8), labels: new Uint8Array(2), width: 4 };
const damaged = { ...unseen, features: unseen.features.with(40, Number.NaN) };

test.each([
  [
    'another width',
    { train, test: narrow },
    'The samples of the test part have 4 numbers, but those of the train part 36.',
  ],
  ['no samples', { train, test: rowsOf(unseen, []) }, 'The test part has no samples. Leave it out of the audit.'],
  ['NaN', { train, test: damaged }, 'The test part cannot be audited. Feature 4 of sample 1 is NaN'],
])('a part of %s is refused by its name', (_, given, message) => {
  expect(() => audit(given)).toThrow(message);
});

test('a share that is none is refused', () => {
  expect(() => audit(parts, lossy, { near: 1 })).toThrow(
    'audit.near must be a share from 0 up to but not including 1, but is 1.',
  );
});
