import '@tensorflow/tfjs-backend-cpu';
import { adjoint } from '@hqnn/autodiff';
import { isQuantum } from '@hqnn/autodiff/tfjs';
import { pipeline, zScore } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { clouds, SMALL } from '../test/clouds.ts';
import { predict } from './classifier.ts';
import { hybrid } from './hybrid.ts';
import { fromFiles, toFiles } from './saved-model.ts';
import { train } from './train.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

const images = clouds(64);
const prepare = pipeline(zScore())(images);

async function trained() {
  const model = hybrid({ ...SMALL, hidden: [3], entangler: 'cz', topology: 'linear' }, { method: adjoint });
  const prepared = prepare(images);
  await train(model, { train: prepared, validation: prepared }, { epochs: 2 });
  return { digits: [3, 6], prepare, model };
}

test('stored and read back, it predicts the same to the last bit, and is stored the same again', async () => {
  const classifier = await trained();
  const files = await toFiles(classifier);
  const [circuit] = classifier.model.layers.filter(isQuantum);
  const weights = circuit.readWeights();
  expect(new Float32Array(files['weights.bin'].buffer, 0, weights.length)).toEqual(weights);
  const back = await fromFiles(files);
  expect(predict(back, images)).toEqual(predict(classifier, images));
  expect(await toFiles(back)).toEqual(files);
});

test('a prediction has the digit, its probability, and ⟨Z⟩ of each qubit', async () => {
  for (const { label, probability, features } of predict(await trained(), images)) {
    expect([3, 6]).toContain(label);
    expect(probability).toBeGreaterThanOrEqual(0.5);
    expect(probability).toBeLessThanOrEqual(1);
    expect(features).toHaveLength(2);
    for (const value of features) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-6);
  }
});

test('damaged files are refused with what is wrong', async () => {
  const files = await toFiles(await trained());
  const short = { ...files, 'weights.bin': files['weights.bin'].slice(0, 8) };
  await expect(fromFiles(short)).rejects.toThrow('weights.bin has 8 bytes, but model.json describes');
  await expect(fromFiles({ ...files, 'model.json': '{' })).rejects.toThrow('model.json is not JSON');
  await expect(fromFiles({ ...files, 'model.json': 'null' })).rejects.toThrow('model.json has no modelTopology.');
  const three = {
    ...files,
    'pipeline.json': files['pipeline.json'].replace(/"digits": \[[^\]]*\]/, '"digits": [3, 6, 9]'),
  };
  await expect(fromFiles(three)).rejects.toThrow('the digits 3,6,9, but the model tells 2 classes apart');
  const poisoned = { ...files, 'weights.bin': new Uint8Array(files['weights.bin'].length).fill(255) };
  await expect(fromFiles(poisoned)).rejects.toThrow('weights.bin holds numbers that are not finite.');
  const newer = { ...files, 'pipeline.json': files['pipeline.json'].replace('"version": 1', '"version": 9') };
  await expect(fromFiles(newer)).rejects.toThrow('pipeline.json has the format version 9');
});
