import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { adjoint, parameterShift } from '../src/index.ts';
import { dense, labels, layer, points } from './small-layers.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

const STEPS = 1000;

const inUse = () => {
  const { numTensors, numBytes, numDataBuffers } = tf.memory();
  return { numTensors, numBytes, numDataBuffers };
};

describe.each([parameterShift, adjoint])('by $name', (method) => {
  const hybrid = () =>
    layers.sequential({
      layers: [
        dense(2, 1, { inputShape: [2], activation: 'tanh' }),
        layer({ method }),
        dense(2, 2, { activation: 'softmax' }),
      ],
    });

  test('memory is flat over 1,000 steps of an optimiser', () => {
    const [model, x, y, optimizer] = [hybrid(), points(8), tf.oneHot(tf.cast(labels(8), 'int32'), 2), tf.train.adam()];
    const step = () => optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, model.apply(x) as tf.Tensor));
    for (let k = 0; k < 3; k++) step();
    const before = inUse();
    for (let k = 0; k < STEPS; k++) step();
    expect(inUse()).toEqual(before);
  });

  test('memory is flat over 1,000 calls of trainOnBatch', async () => {
    const [model, x, y] = [hybrid(), points(8), labels(8)];
    model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
    for (let k = 0; k < 3; k++) await model.trainOnBatch(x, y);
    const before = inUse();
    for (let k = 0; k < STEPS; k++) await model.trainOnBatch(x, y);
    expect(inUse()).toEqual(before);
  });

  test('after a step that failed others work, and memory is flat again', () => {
    const [model, x, optimizer] = [hybrid(), points(8), tf.train.adam()];
    const step = (factor: number) =>
      optimizer.minimize(() => tf.mul(factor, tf.sum(model.apply(x) as tf.Tensor)) as tf.Scalar);
    step(1);
    expect(() => step(Number.NaN)).toThrow('The slope of the loss in output 0 of row 0 of the circuit is NaN.');
    // tfjs keeps what it had saved for a gradient that failed, of dense layers too, and settles a step later.
    step(1);
    const before = inUse();
    for (let k = 0; k < 10; k++) step(1);
    expect(inUse()).toEqual(before);
  });
});
