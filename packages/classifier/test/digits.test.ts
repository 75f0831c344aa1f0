import '@tensorflow/tfjs-backend-cpu';
import { adjoint } from '@hqnn/autodiff';
import { pipeline, rowsOf, split } from '@hqnn/data';
import { readMnist } from '@hqnn/data/node';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { evaluate, hybrid, PRESETS, presetNamed, train } from '../src/index.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

test.each(Object.keys(PRESETS))('%s tells 3 from 6 after a short training', async (name) => {
  const images = await readMnist([3, 6]);
  const parts = split(images.labels, { seed: 0 });
  const { steps, model } = presetNamed(name);
  const prepare = pipeline(...steps(model.features))(rowsOf(images, parts.train));
  const [training, validation] = [
    prepare.training(rowsOf(images, parts.train)),
    prepare(rowsOf(images, parts.validation)),
  ];
  const network = hybrid({ ...model, seed: 0 }, { method: adjoint });
  await train(network, { train: training, validation }, { epochs: 3 });
  // Chance is one half; a short training of any preset lies above 95 %.
  expect(evaluate(network, validation).accuracy).toBeGreaterThan(0.95);
});
