import '@tensorflow/tfjs-backend-cpu';
import { random } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { adam } from './adam.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

/** tfjs computes in 32 bits. */
const SINGLE = 1e-5;

test("it takes tfjs's steps, under a rate that changes", () => {
  const { normal } = random(1, 'adam');
  const weights = Float32Array.from({ length: 7 }, normal);
  const [variable, theirs, ours] = [tf.variable(tf.tensor1d(weights.slice())), tf.train.adam(1), adam(7)];
  for (let step = 1; step <= 20; step++) {
    const [gradient, rate] = [Float32Array.from(weights, () => normal() / step), 0.1 / step];
    Object.assign(theirs, { learningRate: rate });
    theirs.applyGradients([{ name: variable.name, tensor: tf.tensor1d(gradient) }]);
    ours(weights, gradient, rate);
    variable.dataSync().forEach((weight, k) => expect(Math.abs(weight - weights[k])).toBeLessThan(SINGLE));
  }
});

test('its first step is the rate, against the sign of the gradient', () => {
  const weights = Float32Array.of(1, 1, 1);
  adam(3)(weights, [2e-3, -500, 0], 0.25);
  expect([...weights].map((weight) => Number(weight.toFixed(3)))).toEqual([0.75, 1.25, 1]);
});
