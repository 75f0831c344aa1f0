import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { adjoint } from '../src/index.ts';
import { naturalOptimizer, registerQuantum } from '../src/tfjs/index.ts';
import { exact, hybrid, labels, layer, points, squares, steepest, uniform, values } from './small-layers.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

describe('a circuit between dense layers, which Adam trains,', () => {
  const SEEDS = [1, 3, 5];
  const trained = async (seed: number, optimizer: tf.Optimizer) => {
    const model = hybrid(layer({ method: adjoint, initial: { theta: uniform(seed) } }), seed);
    model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy' });
    const { history } = await model.fit(points(), labels(), { epochs: 12, batchSize: 16, shuffle: false, verbose: 0 });
    return history.loss.map(Number);
  };
  const adam = () => tf.train.adam(0.05);

  test.each(SEEDS)(
    'learns with fit from start %i, and more than by steepest descent at the same rate',
    async (seed) => {
      const natural = await trained(seed, naturalOptimizer({ rate: 0.05, others: adam() }));
      const plain = await trained(seed, steepest(0.05, adam()));
      expect(natural.at(-1)).toBeLessThan(0.8 * natural[0]);
      expect(natural.at(-1)).toBeLessThan(Number(plain.at(-1)));
    },
  );

  test('learns by the full metric more than by steepest descent at its best rate', async () => {
    const natural = await trained(3, naturalOptimizer({ rate: 0.05, approximation: 'full', others: adam() }));
    for (const rate of [0.05, 0.1, 0.2, 0.4, 0.8])
      expect(natural.at(-1)).toBeLessThan(0.9 * Number((await trained(3, steepest(rate, adam()))).at(-1)));
  });
});

test('memory is flat over 200 steps, with Adam for the rest and with a layer that is frozen', () => {
  for (const trainable of [true, false]) {
    const [model, x, optimizer] = [hybrid(layer({ ...exact, trainable })), points(4), naturalOptimizer()];
    const step = () => optimizer.minimize(() => squares(model.apply(x)));
    for (let k = 0; k < 3; k++) step();
    const { numTensors, numBytes, numDataBuffers } = tf.memory();
    for (let k = 0; k < 200; k++) step();
    expect(tf.memory()).toMatchObject({ numTensors, numBytes, numDataBuffers });
  }
});

describe('stored with a model', () => {
  const stored = async (model: layers.LayersModel) => {
    let artifacts: tf.io.ModelArtifacts = {};
    const handler = tf.io.withSaveHandler(async (given) => {
      artifacts = JSON.parse(JSON.stringify(given, (key, value) => (key === 'weightData' ? undefined : value)));
      artifacts.weightData = given.weightData ?? new ArrayBuffer(0);
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    });
    await model.save(handler, { includeOptimizer: true });
    return artifacts;
  };

  test('and loaded, it goes on as if it had not been', async () => {
    registerQuantum();
    const model = hybrid(layer({ method: adjoint }));
    const optimizer = naturalOptimizer({ rate: 0.2, damping: 0.01, approximation: 'full', others: tf.train.adam(0.1) });
    model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy' });
    const fit = (one: layers.LayersModel) =>
      one.fit(points(), labels(), { epochs: 2, batchSize: 32, shuffle: false, verbose: 0 });
    await fit(model);
    const loaded = await layers.loadLayersModel(tf.io.fromMemory(await stored(model)));
    expect(loaded.optimizer.getConfig()).toEqual(model.optimizer.getConfig());
    expect(loaded.optimizer.iterations).toBe(4);
    const histories = [await fit(model), await fit(loaded)].map(({ history }) => history.loss);
    expect(histories[1]).toEqual(histories[0]);
    expect(values(loaded)).toEqual(values(model));
  });

  test('with an optimiser of nobody’s, it is told which', async () => {
    const model = hybrid();
    model.compile({ optimizer: naturalOptimizer(), loss: 'sparseCategoricalCrossentropy' });
    model.optimizer.minimize(() => squares(model.apply(points(2))));
    const { trainingConfig, ...rest } = await stored(model);
    const config = JSON.parse(JSON.stringify(trainingConfig).replace('"Adam"', '"Mine"'));
    await expect(layers.loadLayersModel(tf.io.fromMemory({ ...rest, trainingConfig: config }))).rejects.toThrow(
      'The optimiser Mine was stored with a model, but tfjs does not know it.',
    );
  });
});
