import {
  audit,
  averagePool,
  binarize,
  type Dataset,
  pipeline,
  random,
  screen,
  withoutContradictions,
  zScore,
} from '@hqnn/data';
import { expect, test } from 'vitest';
import { auditText } from './audit-text.ts';

/** Images of 4 × 4 pixels; those of class 1 are brighter. */
function images(count: number, purpose: string): Dataset {
  const { uniform } = random(1, purpose);
  const labels = Uint8Array.from({ length: count }, (_, k) => k % 2);
  const features = Float32Array.from({ length: 16 * count }, (_, k) => uniform() * (1 + labels[k >> 4]));
  return { features, labels, width: 16, shape: [4, 4] };
}

const about = { source: 'mnist', digits: [3, 6], preset: 'blocks', features: 2, seed: 1 };

test('an audit is a page of tables, and what calls for a decision', () => {
  const train = images(120, 'train');
  const test = images(40, 'test');
  test.features.set(train.features.subarray(0, 32));
  test.features.fill(0, 32, 48);
  const steps = pipeline(
    binarize({ threshold: 0.8 }),
    averagePool({ rows: 2, columns: 2 }),
    screen({ keep: 2 }),
    zScore(),
  );
  expect(`\n${auditText(audit({ train, test }, steps), about)}\n`).toMatchInlineSnapshot(`
    "
    data        mnist, digits 3, 6, split by seed 1
    steps       of preset blocks, to 2 features, which restore 24.64 % of the variance
    screen      kept 2 of 4 features, which restore 61.57 % of the variance
    trained on  all 120 training images
    near        images up to 0.235 apart (Euclidean distance of their pixels)

    images  train  test
    of 3    60     20
    of 6    60     20
    in all  120    40
    blank   0      1

    images of  as in   equal  other label  near  other label
    train      itself  0      0            0     0
    test       train   2      0            0     0
    test       itself  0      0            0     0

    different          numbers  train            test
    at first           16       120              40, 2 seen
    after binarize     16       118              39, 5 seen
    after averagePool  4        99               36, 21 seen
    after screen       2        24, ≤ 94.1667 %  14, 40 seen, ≤ 92.5000 %
    after zScore       2        24, ≤ 94.1667 %  14, 40 seen, ≤ 92.5000 %
    seen: equal to a training image; ≤: what no classifier exceeds, as equal images have different labels

    features of  drift   KS distance       clipped  outside [−π, π]  skew
    train        –       –                 0        0                0.35 (cell 0,0)
    test         0 of 2  0.067 (cell 0,0)  0        0                0.26 (cell 0,0)

    ! The test part has 1 sample of which no quantum state can be made.
    ! The test part has 2 duplicates of samples of the train part: what is measured on it flatters the model.
    ! After screen, equal samples of the train part have different labels: no classifier is right for more than 94.1667 % of it.
    ! After screen, equal samples of the test part have different labels: no classifier is right for more than 92.5000 % of it.
    "
  `);
});

test('sound data call for nothing', () => {
  const text = auditText(audit({ train: images(120, 'train'), test: images(40, 'test') }), about);
  expect(text).toContain('steps       of preset blocks, to 2 features\n');
  expect(text).toMatch(/Nothing calls for a decision\.$/);
});

test('it says how few images are left to train on, and how far they are from all', () => {
  const steps = pipeline(binarize({ threshold: 0.8 }), averagePool({ rows: 1, columns: 2 }), withoutContradictions());
  const text = auditText(audit({ train: images(120, 'train') }, steps), about);
  expect(text).toMatch(
    /trained on {2}\d+ images for 120, classes shifted by \d+\.\d\d %, cell 0,\d most, by a KS distance of 0\.\d{3}/,
  );
});
