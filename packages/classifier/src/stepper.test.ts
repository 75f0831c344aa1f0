import '@tensorflow/tfjs-backend-cpu';
import { adjoint, METHODS, methodNamed } from '@hqnn/autodiff';
import { isQuantum, quantum } from '@hqnn/autodiff/tfjs';
import { angleEncoding, circuit, eachZ, features, hardwareEfficient } from '@hqnn/circuits';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { clouds, SMALL } from '../test/clouds.ts';
import { evaluate } from './evaluate.ts';
import { head } from './head.ts';
import { hybrid } from './hybrid.ts';
import { train } from './train.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

const data = { train: clouds(96), validation: clouds(48, { seed: 2 }) };
const weightsOf = (of: layers.LayersModel | layers.layers.Layer) =>
  of.getWeights().map((weight) => [...weight.dataSync()]);

/** The same layers as a functional model: tfjs then runs the circuit too. */
const asWhole = ({ inputs, outputs }: layers.LayersModel) => layers.model({ inputs, outputs });

/** A few roundings of tfjs's 32 bits. */
const SINGLE = 1e-6;

test.each(Object.keys(METHODS))(
  '%s: a circuit beside tfjs and one within it are trained to the same weights',
  async (name) => {
    for (const shape of [{}, { hidden: [3] }, { classes: 4, hidden: [3] }]) {
      const parts = { train: clouds(96, shape), validation: clouds(48, shape) };
      const [split, whole] = [0, 1].map(() => hybrid({ ...SMALL, ...shape, seed: 1 }, { method: methodNamed(name) }));
      const options = { epochs: 3, learningRate: 0.05, circuitLearningRate: 0.02 };
      const [first, second] = [await train(split, parts, options), await train(asWhole(whole), parts, options)];
      expect(first.seconds.circuit).toBeGreaterThan(0);
      expect(second.seconds.circuit).toBe(0);
      expect(first.kept.train.accuracy).toBe(second.kept.train.accuracy);
      expect(Math.abs(first.kept.train.loss - second.kept.train.loss)).toBeLessThan(SINGLE);
      const [weights, expected] = [split, whole].map((model) => weightsOf(model).flat());
      weights.forEach((weight, k) => expect(Math.abs(weight - expected[k])).toBeLessThan(SINGLE));
    }
  },
);

test('circuits that do not come first are trained, at the rate of circuits', async () => {
  const measured = () =>
    quantum({
      circuit: circuit(2, angleEncoding(features(2)), hardwareEfficient(2, { layers: 2 })),
      observables: eachZ(2),
      method: adjoint,
      initial: { theta: layers.initializers.randomNormal({ stddev: 1, seed: 4 }) },
    });
  const model = layers.sequential({
    layers: [
      layers.layers.dense({
        units: 2,
        inputShape: [4],
        kernelInitializer: layers.initializers.glorotNormal({ seed: 1 }),
      }),
      measured(),
      measured(),
      ...head({ hidden: [], classes: 2, seed: 1 }),
    ],
  });
  const before = weightsOf(model);
  await train(model, data, { epochs: 1, circuitLearningRate: 1e-7 });
  const moved = weightsOf(model).map((weights, k) =>
    Math.max(...weights.map((weight, j) => Math.abs(weight - before[k][j]))),
  );
  expect(moved.map((distance) => distance > 1e-3)).toEqual([true, true, false, false, true, true]);
  await train(model, data, { epochs: 12 });
  expect(evaluate(model, data.validation).accuracy).toBeGreaterThan(0.9);
});

test.each([true, false])('what is frozen stays as it is while the rest learns: the circuit, %s', async (frozen) => {
  const model = hybrid({ ...SMALL, seed: 1 }, { method: adjoint });
  for (const layer of model.layers) layer.trainable = isQuantum(layer) !== frozen;
  const [circuit, dense] = model.layers;
  const before = [circuit, dense].map(weightsOf);
  await train(model, data, { epochs: 1 });
  const moved = [circuit, dense].map((layer, k) => `${weightsOf(layer)}` !== `${before[k]}`);
  expect(moved).toEqual([!frozen, frozen]);
});

test('after every step the layer has the weights of the circuit, and no tensor is left behind', async () => {
  const network = hybrid({ ...SMALL, seed: 1 }, { method: adjoint });
  for (const model of [network, asWhole(network)]) {
    const [seen, tensors] = [new Set<string>(), new Set<number>()];
    const [measured] = model.layers.filter(isQuantum);
    const onBatch = () => {
      seen.add(`${measured.readWeights()}`);
      tensors.add(tf.memory().numTensors);
    };
    const { epochs } = await train(model, data, { epochs: 3, onBatch });
    expect(epochs).toHaveLength(3);
    // The last step's rate is above 0, so each of 9 steps moves the circuit.
    expect(seen.size).toBe(9);
    expect(seen).toContain(`${measured.readWeights()}`);
    expect(tensors.size).toBe(1);
  }
});
