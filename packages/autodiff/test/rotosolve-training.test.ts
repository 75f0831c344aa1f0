import '@tensorflow/tfjs-backend-cpu';
import { angleEncoding, circuit, compile, eachZ, features, hardwareEfficient } from '@hqnn/circuits';
import { simulator, uniform } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, sequential } from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { rotosolveSweep } from '../src/index.ts';

const ROUNDS = 6;
const EPOCHS = 15;
const ROWS = 60;
const body = circuit(2, angleEncoding(features(2)), hardwareEfficient(2, { layers: 2 }));
const { program } = compile(body, eachZ(2));
const fast = simulator({ precision: 'double', threads: 1 });
// Points of a square, in the class of their quadrants.
const draw = uniform(11, 0);
const points = Float64Array.from({ length: 2 * ROWS }, () => 3 * (draw() - 0.5));
const labels = Array.from({ length: ROWS }, (_, row): number => (points[2 * row] * points[2 * row + 1] > 0 ? 1 : 0));

/** Trains the head by Adam on what is measured, the circuit by a sweep before each round if it is not frozen. */
async function trained(frozen: boolean) {
  const start = uniform(5, 0);
  let weights: Float64Array = Float64Array.from({ length: program.weights }, () => 2 * Math.PI * start());
  const head = sequential({
    layers: [
      layers.dense({
        units: 1,
        activation: 'sigmoid',
        inputShape: [2],
        kernelInitializer: initializers.glorotUniform({ seed: 3 }),
      }),
    ],
  });
  head.compile({ optimizer: tf.train.adam(0.1), loss: 'binaryCrossentropy' });
  const crossEntropy = (measured: Float64Array) => {
    const [[a, b], [bias]] = head.getWeights().map((one) => one.dataSync());
    return labels.reduce((sum, label, row) => {
      const logit = a * measured[2 * row] + b * measured[2 * row + 1] + bias;
      return sum + Math.log1p(Math.exp(label === 1 ? -logit : logit)) / ROWS;
    }, 0);
  };
  const losses: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (!frozen) {
      const before = crossEntropy(fast.run(program, points, weights));
      const sweep = rotosolveSweep(fast, program, points, weights, crossEntropy);
      expect(sweep.loss).toBeLessThanOrEqual(before + 1e-12);
      weights = sweep.weights;
    }
    const measured = tf.tensor2d(Float32Array.from(fast.run(program, points, weights)), [ROWS, 2]);
    await head.fit(measured, tf.tensor2d(labels, [ROWS, 1]), {
      epochs: EPOCHS,
      batchSize: ROWS,
      shuffle: false,
      verbose: 0,
    });
    losses.push(crossEntropy(fast.run(program, points, weights)));
  }
  const measured = tf.tensor2d(Float32Array.from(fast.run(program, points, weights)), [ROWS, 2]);
  const guesses = (head.predict(measured) as tf.Tensor).dataSync();
  const right = labels.filter((label, row) => label === (guesses[row] > 0.5 ? 1 : 0)).length;
  return { losses, accuracy: right / ROWS };
}

test('sweeps of the circuit and Adam on the head learn what the head alone cannot', async () => {
  tf.env().set('PROD', true);
  const [swept, frozen] = [await trained(false), await trained(true)];
  expect(swept.accuracy).toBeGreaterThan(0.95);
  expect(frozen.accuracy).toBeLessThan(0.75);
  expect(swept.losses[ROUNDS - 1]).toBeLessThan(frozen.losses[ROUNDS - 1] / 2);
});
