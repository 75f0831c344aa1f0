import '@tensorflow/tfjs-backend-cpu';
import { adjoint } from '@hqnn/autodiff';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { clouds, SMALL } from '../test/clouds.ts';
import { evaluate } from './evaluate.ts';
import { hybrid } from './hybrid.ts';
import { train } from './train.ts';
import { twin } from './twin.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

const data = { train: clouds(96), validation: clouds(48, { seed: 2 }) };
const model = (options = {}) => hybrid({ ...SMALL, seed: 1, ...options }, { method: adjoint });
const bytesOf = (of: ReturnType<typeof hybrid>) => of.getWeights().map((weight) => [...weight.dataSync()]);

test('circuit and head are trained together, to what the clouds allow', async () => {
  const network = model();
  const before = bytesOf(network);
  await train(network, data, { epochs: 8 });
  expect(evaluate(network, data.validation).accuracy).toBeGreaterThan(0.9);
  bytesOf(network).forEach((weights, k) => expect(weights).not.toEqual(before[k]));
});

test('the same seed gives the same weights to the last bit, another gives others', async () => {
  const trained = async (seed: number) => {
    const network = model();
    const { epochs } = await train(network, data, { epochs: 3, seed });
    return { weights: bytesOf(network), epochs };
  };
  expect(await trained(5)).toEqual(await trained(5));
  expect((await trained(5)).weights).not.toEqual((await trained(6)).weights);
});

test('circuit and head have learning rates of their own', async () => {
  const network = model();
  const before = bytesOf(network);
  await train(network, data, { epochs: 1, learningRate: 0.05, circuitLearningRate: 1e-7 });
  const moved = bytesOf(network).map((weights, k) =>
    Math.max(...weights.map((weight, j) => Math.abs(weight - before[k][j]))),
  );
  expect(Math.max(moved[0], moved[1])).toBeLessThan(1e-6);
  expect(Math.min(moved[2], moved[3])).toBeGreaterThan(1e-3);
});

test('with patience the epoch of the lowest validation loss is kept, and training stops when none comes', async () => {
  const network = model();
  const mislabelled = { ...data.validation, labels: data.validation.labels.map((label) => 1 - label) };
  const options = { epochs: 20, patience: 2 };
  const { kept, epochs, stoppedEarly } = await train(network, { ...data, validation: mislabelled }, options);
  expect(stoppedEarly).toBe(true);
  expect(epochs).toHaveLength(kept.epoch + 2);
  expect(evaluate(network, mislabelled).loss).toBe(kept.validation.loss);
  expect(kept.validation.loss).toBe(Math.min(...epochs.map(({ validation }) => validation.loss)));
});

test('without patience the end of the schedule is kept', async () => {
  const network = model();
  const { kept, stoppedEarly } = await train(network, data, { epochs: 3 });
  expect([kept.epoch, stoppedEarly]).toEqual([3, false]);
  expect(evaluate(network, data.validation).loss).toBe(kept.validation.loss);
});

test('more than two classes, hidden layers and classical twins are trained by the same function', async () => {
  const four = { train: clouds(160, { classes: 4 }), validation: clouds(80, { classes: 4, seed: 2 }) };
  const network = model({ classes: 4, hidden: [6] });
  const classical = twin({ features: 4, classes: 4, parameters: network.countParams() });
  for (const each of [network, classical]) {
    await train(each, four, { epochs: 12 });
    expect(evaluate(each, four.validation).accuracy).toBeGreaterThan(0.75);
  }
});

test('a loss that is no number stops training with the weights of the last good epoch', async () => {
  for (const network of [model(), twin({ features: 4, parameters: 20 })]) {
    const before = bytesOf(network);
    const diverging = train(network, data, { epochs: 2, learningRate: 1e39 });
    await expect(diverging).rejects.toThrow(
      'The loss became NaN in epoch 1, after 0 samples. Take a lower learning rate.',
    );
    expect(bytesOf(network)).toEqual(before);
  }
});

test('memory is flat from run to run', async () => {
  const network = model();
  await train(network, data, { epochs: 1 });
  const before = tf.memory().numTensors;
  await train(network, data, { epochs: 3 });
  expect(tf.memory().numTensors).toBe(before);
});

test('the time of the steps is told by where it went, and that of a classical twin went to tfjs alone', async () => {
  const { seconds } = await train(model(), data, { epochs: 1 });
  for (const share of Object.values(seconds)) expect(share).toBeGreaterThan(0);
  const classical = await train(twin({ features: 4, parameters: 20 }), data, { epochs: 1 });
  expect(classical.seconds).toEqual({ circuit: 0, head: expect.any(Number), bridge: 0 });
});

test('progress tells the samples seen, and each epoch once', async () => {
  const [seen, epochs]: [number[], number[]] = [[], []];
  await train(model(), data, {
    epochs: 2,
    batch: 40,
    onBatch: (progress) => seen.push(progress.seen),
    onEpoch: ({ epoch }) => void epochs.push(epoch),
  });
  expect(seen).toEqual([40, 80, 96, 40, 80, 96]);
  expect(epochs).toEqual([1, 2]);
});

test('labels without a class, another width, and a model without an activation are refused', async () => {
  const four = clouds(8, { classes: 4 });
  await expect(train(model(), { train: four, validation: four })).rejects.toThrow(
    'Sample 2 has the label 2, but the model tells the classes 0 to 1 apart.',
  );
  const narrow = { ...four, features: four.features.subarray(0, 16), width: 2 };
  expect(() => evaluate(model(), narrow)).toThrow('The model takes 4 features, but the samples have 2.');
  const bare = layers.sequential({ layers: [layers.layers.dense({ units: 1, inputShape: [4] })] });
  expect(() => evaluate(bare, data.train)).toThrow(
    'The model ends in Dense. A classifier ends in an activation of its own',
  );
});

test.each([
  [{ epochs: 0 }, 'epochs is 0. It is a whole number from 1.'],
  [{ batch: 1.5 }, 'batch is 1.5.'],
  [{ learningRate: 0 }, 'learningRate is 0. It is a number above 0.'],
  [{ circuitLearningRate: Number.NaN }, 'circuitLearningRate is NaN.'],
])('%o is refused before any work', async (options, words) => {
  await expect(train(model(), data, options)).rejects.toThrow(words);
});
