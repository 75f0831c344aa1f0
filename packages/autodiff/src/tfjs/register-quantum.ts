import * as tf from '@tensorflow/tfjs-core';
import { NaturalOptimizer } from './natural-optimizer.ts';
import { QuantumLayer } from './quantum.ts';

/**
 * Tells tfjs of the layer and of the optimiser, so that it can load a stored model that has them. `quantum` and
 * `naturalOptimizer` each tell of their own.
 */
export function registerQuantum(): void {
  tf.serialization.registerClass(QuantumLayer);
  tf.serialization.registerClass(NaturalOptimizer);
}
