import { expect, test } from 'vitest';
import { NINE } from '../test/nine-samples.ts';
import { pipeline, restore } from './pipeline.ts';
import { minMax } from './steps/min-max.ts';
import { validStates } from './steps/valid-states.ts';
import { zScore } from './steps/z-score.ts';

test('what it learned is the list of what its steps learned', () => {
  const { fitted } = pipeline(minMax(), zScore())(NINE);
  expect(fitted).toMatchObject({ step: 'pipeline', version: 1, steps: [{ step: 'minMax' }, { step: 'zScore' }] });
});

test('a step after one that drops samples is fitted without them', () => {
  const data = { features: Float32Array.from([0, 0, 1, 5, 3, 5]), labels: Uint8Array.from([0, 0, 1]), width: 2 };
  const prepare = pipeline(validStates({ policy: 'drop' }), minMax())(data);
  expect(prepare.fitted).toMatchObject({ steps: [{}, { minimum: [1, 5], maximum: [3, 5] }] });
  expect(prepare.training(data).labels).toHaveLength(2);
  expect(prepare(data).labels).toHaveLength(3);
});

const zScored = { step: 'zScore', width: 2, mean: [0, 1], deviation: [1, 2] };

test.each<[string, unknown, string]>([
  [
    'nothing',
    undefined,
    'A fitted step is an object that names its step, as in {"step":"zScore",…}, but this is undefined.',
  ],
  ['a list', [zScored], 'but this is [{"step":"zScore"'],
  ['an unknown step', { step: 'zscore' }, 'No step is named zscore. The steps are augment, averagePool, binarize, '],
  [
    'an unknown step within a pipeline',
    { step: 'pipeline', version: 1, steps: [{ step: 'magic' }] },
    'No step is named magic.',
  ],
  [
    'a later version',
    { step: 'pipeline', version: 2, steps: [] },
    'This pipeline has version 2, but only version 1 can be read.',
  ],
  [
    'a pipeline without steps',
    { step: 'pipeline', version: 1 },
    "A fitted pipeline has a list of steps, but this one's is undefined.",
  ],
  [
    'a missing width',
    { ...zScored, width: undefined },
    'zScore.width must be a whole number, 1 or more, but is missing.',
  ],
  [
    'a missing field',
    { ...zScored, mean: undefined },
    'zScore.mean must be a list with an entry for each of the 2 features, but is missing.',
  ],
  [
    'a list of another length',
    { ...zScored, mean: [0] },
    'zScore.mean must be a list with an entry for each of the 2 features, but is a list of 1.',
  ],
  ['a number that was NaN', { ...zScored, mean: [0, null] }, 'zScore.mean[1] must be a finite number, but is null.'],
  ['a number in quotes', { ...zScored, mean: [0, '1'] }, 'zScore.mean[1] must be a finite number, but is "1".'],
  [
    'another policy',
    { step: 'validStates', width: 2, policy: 'hope' },
    'validStates.policy must be one of error, zero-state, drop, but is "hope".',
  ],
  [
    'a shape of another width',
    { step: 'averagePool', width: 4, image: [2, 3], rows: 1, columns: 1 },
    'averagePool.image must be rows and columns of an image of 4 pixels, but is a list of 2.',
  ],
  [
    'a component without its variance',
    { step: 'pca', width: 1, mean: [0], components: [[1]], variance: [], explained: [1], whiten: false },
    'pca.variance must be a list of 1, one number for each component, but is a list of 0.',
  ],
  [
    'a flag that is none',
    { step: 'pca', width: 1, mean: [0], components: [[1]], variance: [1], explained: [1], whiten: 'yes' },
    'pca.whiten must be true or false, but is "yes".',
  ],
  [
    'an incomplete report',
    {
      step: 'screen',
      width: 1,
      statistic: 'anova',
      redundancy: 'none',
      uncorrelated: false,
      report: [{ verdict: 'kept', p: 0 }],
    },
    'screen.report[0].score must be a finite number, but is missing.',
  ],
])('%s is not restored', (_, fitted, message) => {
  expect(() => restore(fitted)).toThrow(message);
});
