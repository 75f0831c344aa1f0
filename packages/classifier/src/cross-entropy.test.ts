import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
// It brings tfjs's gradients.
import '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { crossEntropy } from './cross-entropy.ts';

beforeAll(() => {
  tf.env().set('PROD', true);
});

const SINGLE = 1e-6;

const labels = Uint8Array.of(0, 1, 1, 0, 1, 0);
const theirs = (logits: tf.Tensor2D): tf.Scalar =>
  logits.shape[1] === 1
    ? tf.losses.sigmoidCrossEntropy(tf.tensor2d(Float32Array.from(labels), [6, 1]), logits)
    : tf.losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d(labels, 'int32'), logits.shape[1]), logits);

test.each([1, 2, 3])('on %i logits a row, it and its gradient are those of tfjs', (columns) => {
  const logits = tf.randomNormal<tf.Rank.R2>([6, columns], 0, 3, 'float32', 1);
  const [ours, expected] = [(y: tf.Tensor2D) => crossEntropy(y, labels), theirs].map((loss) => {
    const { value, grad } = tf.valueAndGrad((y: tf.Tensor) => tf.mul(2, loss(y as tf.Tensor2D)))(logits);
    return [...value.dataSync(), ...grad.dataSync()];
  });
  expect(ours).toHaveLength(1 + 6 * columns);
  ours.forEach((value, k) => expect(Math.abs(value - expected[k])).toBeLessThan(SINGLE));
});

test('logits far out have a finite loss and slopes', () => {
  const { value, grad } = tf.valueAndGrad((y: tf.Tensor) => crossEntropy(y as tf.Tensor2D, Uint8Array.of(0, 1)))(
    tf.tensor2d([1000, 1000], [2, 1]),
  );
  expect([...value.dataSync(), ...grad.dataSync()]).toEqual([500, 0.5, -0]);
});
