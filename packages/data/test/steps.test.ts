import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  augment,
  averagePool,
  binarize,
  blocks,
  centre,
  cosines,
  crop,
  type Dataset,
  deskew,
  likelyLabels,
  maxPool,
  minMax,
  pca,
  pipeline,
  products,
  random,
  randomProjection,
  resize,
  restore,
  rowsOf,
  type Step,
  screen,
  toAngles,
  traces,
  unitNorm,
  validStates,
  withoutContradictions,
  zScore,
} from '../src/index.ts';
import { images } from './nine-samples.ts';

const train = images(40, random(1, 'train').uniform);
const unseen = images(13, random(1, 'unseen').uniform);

/** How far a pixel is moved to see what follows. */
const MOVE = 0.25;

interface Row {
  readonly name: string;
  readonly step: Step;
  readonly width: number;
  /** What the weights of a trace are, of features that are linear in the pixels or not; none where all pixels decide. */
  readonly weights?: 'slopes' | 'shares' | 'none';
}

/** Every step in every form; a new step gets a row here, and all laws below. */
const STEPS: readonly Row[] = [
  { name: 'augment', step: augment(), width: 36 },
  { name: 'augment by shifts drawn at random', step: augment({ shift: 2, copies: 3, seed: 1 }), width: 36 },
  { name: 'averagePool', step: averagePool({ rows: 4, columns: 5 }), width: 20 },
  { name: 'binarize at a threshold', step: binarize({ threshold: 0.4 }), width: 36, weights: 'shares' },
  { name: 'binarize by Otsu', step: binarize({ method: 'otsu' }), width: 36, weights: 'none' },
  { name: 'binarize by the mean', step: binarize({ method: 'mean' }), width: 36, weights: 'none' },
  {
    name: 'binarize by the mean around',
    step: binarize({ method: 'adaptive', size: 3, window: 'mean' }),
    width: 36,
    weights: 'shares',
  },
  {
    name: 'binarize by the Gaussian mean around',
    step: binarize({ method: 'adaptive', size: 3, offset: -0.05 }),
    width: 36,
    weights: 'shares',
  },
  { name: 'blocks', step: blocks({ size: 3 }), width: 36 },
  { name: 'blocks that overlap', step: blocks({ size: 3, stride: 1 }), width: 144 },
  { name: 'centre', step: centre(), width: 36, weights: 'none' },
  { name: 'crop', step: crop({ top: 1, left: 0, rows: 3, columns: 6 }), width: 18 },
  { name: 'crop by a margin', step: crop({ margin: 1 }), width: 16 },
  { name: 'deskew', step: deskew(), width: 36, weights: 'none' },
  { name: 'maxPool', step: maxPool({ rows: 2, columns: 4 }), width: 8, weights: 'shares' },
  { name: 'minMax', step: minMax(), width: 36, weights: 'shares' },
  { name: 'minMax to angles', step: minMax({ low: -0, high: Math.PI }), width: 36, weights: 'shares' },
  { name: 'minMax without its tails', step: minMax({ tail: 0.1 }), width: 36, weights: 'shares' },
  { name: 'toAngles', step: toAngles(), width: 36, weights: 'shares' },
  { name: 'zScore', step: zScore(), width: 36 },
  { name: 'unitNorm', step: unitNorm(), width: 36, weights: 'none' },
  { name: 'cosines', step: cosines({ rows: 3, columns: 2 }), width: 6 },
  { name: 'randomProjection', step: randomProjection({ components: 4, seed: 1 }), width: 4 },
  { name: 'products', step: products({ pairs: 'ring' }), width: 72, weights: 'shares' },
  { name: 'pca', step: pca({ components: 4 }), width: 4 },
  { name: 'pca, whitened', step: pca({ components: 4, whiten: true }), width: 4 },
  { name: 'resize', step: resize({ rows: 4, columns: 5 }), width: 20 },
  { name: 'resize to a finer grid', step: resize({ rows: 8, columns: 7 }), width: 56 },
  { name: 'resize by area', step: resize({ rows: 4, columns: 7, method: 'area' }), width: 28 },
  { name: 'screen by anova', step: screen({ keep: 5 }), width: 5 },
  { name: 'screen by distances', step: screen({ keep: 5, statistic: 'ks' }), width: 5 },
  { name: 'screen by information', step: screen({ keep: 5, statistic: 'mutual-information' }), width: 5 },
  { name: 'screen by mRMR', step: screen({ keep: 5, redundancy: 'mrmr' }), width: 5 },
  { name: "screen by Fisher's separation", step: screen({ keep: 5, redundancy: 'fisher' }), width: 5 },
  { name: 'screen by variance', step: screen({ keep: 5, statistic: 'variance' }), width: 5 },
  { name: 'validStates', step: validStates(), width: 36 },
  { name: 'validStates to the zero state', step: validStates({ policy: 'zero-state' }), width: 36 },
  { name: 'validStates that drops', step: validStates({ policy: 'drop' }), width: 36 },
  { name: 'withoutContradictions', step: withoutContradictions({ unique: true }), width: 36 },
  { name: 'an empty pipeline', step: pipeline(), width: 36 },
  {
    name: 'a pipeline with likelyLabels',
    step: pipeline(averagePool({ rows: 2, columns: 2 }), likelyLabels()),
    width: 4,
  },
  {
    name: 'a pipeline',
    step: pipeline(averagePool({ rows: 3, columns: 3 }), pca({ components: 4 }), zScore()),
    width: 4,
  },
];

const bits = ({ features, labels, width, shape }: Dataset) => ({
  features: new Uint32Array(features.buffer, features.byteOffset, features.length),
  labels,
  width,
  shape,
});

describe.each(STEPS)('$name', ({ step, width }) => {
  const transform = step(train);

  test('gives one row of its width for each sample', () => {
    const changed = transform(unseen);
    expect(changed.width).toBe(width);
    expect(changed.features).toHaveLength(13 * width);
    expect(changed.labels).toEqual(unseen.labels);
    expect(transform(rowsOf(unseen, [])).features).toHaveLength(0);
  });

  test('is rebuilt from JSON to the bit', () => {
    const rebuilt = restore(JSON.parse(JSON.stringify(transform.fitted)));
    expect(rebuilt.fitted).toEqual(transform.fitted);
    expect(bits(rebuilt(unseen))).toEqual(bits(transform(unseen)));
    expect(bits(rebuilt.training(train))).toEqual(bits(transform.training(train)));
  });

  test('changes each sample by itself', () => {
    const rows = [7, 2, 2, 11];
    expect(bits(transform(rowsOf(unseen, rows)))).toEqual(bits(rowsOf(transform(unseen), rows)));
  });

  test('leaves what it was given as it was', () => {
    const before = bits({ ...unseen, features: unseen.features.slice() });
    transform(unseen);
    expect(bits(unseen)).toEqual(before);
  });

  test('is the same inside a pipeline, and inside a pipeline of pipelines', () => {
    for (const nested of [pipeline(step), pipeline(pipeline(), pipeline(step))])
      expect(bits(nested(train)(unseen))).toEqual(bits(transform(unseen)));
  });

  test('is fitted to what the step before it made of the training data', () => {
    const first = minMax({ low: 0.1, high: 0.8 });
    const halved = first(train);
    expect(bits(pipeline(first, step)(train)(unseen))).toEqual(bits(step(halved(train))(halved(unseen))));
  });
});

describe.each(STEPS.filter(({ name }) => name !== 'an empty pipeline'))('$name', ({ step }) => {
  test('names both widths when given samples of another', () => {
    const narrow = { features: new Float32Array(8), labels: new Uint8Array(2), width: 4 };
    expect(() => step(train)(narrow)).toThrow(
      /^[a-zA-Z]+ was fitted to samples of 36 numbers, but was given samples of 4\./,
    );
  });

  test.each(Object.keys(step(train).fitted).filter((name) => name !== 'step'))('is not rebuilt without %s', (field) => {
    const { [field]: _, ...rest } = JSON.parse(JSON.stringify(step(train).fitted));
    expect(() => restore(rest)).toThrow(field === 'version' ? /version undefined/ : new RegExp(`${field}`));
  });
});

describe.each(STEPS)('$name', ({ step, width, weights = 'slopes' }) => {
  const transform = step(train);
  const traced = transform.trace(traces(train));

  test('names each feature that it makes', () => {
    expect(traced).toHaveLength(width);
    expect(new Set(traced.map((trace) => trace.name)).size).toBe(width);
  });

  test.skipIf(weights === 'none')('tells which pixels a feature depends on, and how strongly', () => {
    const one = rowsOf(unseen, [3]);
    const at = (features: Float32Array) => transform({ ...one, features }).features;
    const before = at(one.features);
    for (const pixel of [0, 8, 21, 35]) {
      const moved = at(one.features.with(pixel, one.features[pixel] + MOVE));
      for (const [k, { pixels }] of traced.entries()) {
        const slope = (moved[k] - before[k]) / MOVE;
        if (!pixels.has(pixel)) expect(slope).toBe(0);
        else if (weights === 'slopes') expect(slope).toBeCloseTo(pixels.get(pixel) ?? 0, 4);
      }
    }
  });

  test('is itself its only step, or has the steps of its parts', () => {
    const { steps } = transform;
    expect(bits(steps.reduce((data, each) => each(data), unseen))).toEqual(bits(transform(unseen)));
    for (const each of steps) expect(each.fitted.step).not.toBe('pipeline');
  });
});

test.each(STEPS.filter(({ name }) => !name.startsWith('validStates') && name !== 'an empty pipeline'))(
  '$name refuses a number that is none, and names its place',
  ({ step }) => {
    const features = unseen.features.slice();
    features[2 * 36 + 5] = Number.NaN;
    expect(() => step(train)({ ...unseen, features })).toThrow('Feature 5 of sample 2 is NaN');
  },
);

test('composing pipelines is associative', () => {
  const bricks = [
    minMax(),
    averagePool({ rows: 4, columns: 4 }),
    zScore(),
    pca({ components: 3 }),
    minMax({ high: 2 }),
  ];
  const whole = bits(pipeline(...bricks)(train)(unseen));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bricks.length }), (cut) => {
      const parts = pipeline(pipeline(...bricks.slice(0, cut)), pipeline(...bricks.slice(cut)));
      expect(bits(parts(train)(unseen))).toEqual(whole);
    }),
    { seed: 1, numRuns: 20 },
  );
});
