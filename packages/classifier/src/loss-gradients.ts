import * as tf from '@tensorflow/tfjs-core';
import { crossEntropy } from './cross-entropy.ts';
import { decided } from './logits.ts';

/** What a batch comes to. */
export interface LossGradients {
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
  /** How many samples were right. */
  readonly right: number;
  /** The slopes of the loss in each of the tensors that were asked for. */
  readonly gradients: readonly Float32Array[];
}

/**
 * The loss of logits, differentiated in tensors that they are computed from: one sweep of tfjs, forwards and backwards.
 * It is called within a tidy, and has none of its own: tfjs would look for tensors in every number of the gradients.
 */
export function lossGradients(
  logits: () => tf.Tensor2D,
  labels: Uint8Array,
  tensors: readonly tf.Tensor[],
): LossGradients {
  let right = 0;
  const { value, grads } = tf.valueAndGrads(() => {
    const y = logits();
    right = decided(y.dataSync(), y.shape[1]).filter((label, row) => label === labels[row]).length;
    return crossEntropy(y, labels);
  })([...tensors]);
  const gradients = grads.map((gradient) => gradient.dataSync() as Float32Array);
  return { loss: value.dataSync()[0], right, gradients };
}
