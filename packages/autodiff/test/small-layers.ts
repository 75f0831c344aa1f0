import { angleEncoding, circuit, eachZ, features, hardwareEfficient } from '@hqnn/circuits';
import { reference } from '@hqnn/sim';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { adjoint, METHODS } from '../src/index.ts';
import { naturalOptimizer, type QuantumOptions, quantum } from '../src/tfjs/index.ts';

/** Two qubits, two features, ten weights. */
export const small = circuit(2, angleEncoding(features(2)), hardwareEfficient(2, { layers: 2 }));

export const uniform = (seed: number) => layers.initializers.randomUniform({ minval: -1, maxval: 1, seed });

/** The small circuit as a layer, from fixed weights. */
export const layer = (options: Partial<QuantumOptions> = {}) =>
  quantum({ circuit: small, observables: eachZ(2), initial: { theta: uniform(3) }, ...options });

/** A dense layer from fixed weights. */
export const dense = (units: number, seed: number, options = {}) =>
  layers.layers.dense({ units, kernelInitializer: layers.initializers.glorotUniform({ seed }), ...options });

/** Gradients in double precision. */
export const exact = { method: adjoint, simulator: reference() };

/** A circuit between dense layers, which tell two classes. */
export const hybrid = (circuit = layer(exact), seed = 1) =>
  layers.sequential({
    layers: [
      dense(2, seed, { inputShape: [2], activation: 'tanh' }),
      circuit,
      dense(2, seed + 1, { activation: 'softmax' }),
    ],
  });

/** All weights, variable by variable. */
export const values = (of: layers.LayersModel | layers.layers.Layer) =>
  of.getWeights().map((weights) => [...weights.dataSync()]);

/** A loss that needs no labels: Σy². */
export const squares = (y: unknown) => tf.sum(tf.square(y as tf.Tensor)) as tf.Scalar;

/** So much that g + λ is λ. */
const DAMPING = 1e6;

/** The step of steepest descent, by damping. */
export const steepest = (rate: number, others: tf.Optimizer) =>
  naturalOptimizer({ rate: rate * DAMPING, damping: DAMPING, others });

/** Points on a circle. */
export const points = (rows = 64) =>
  tf.tensor2d(
    Array.from({ length: rows }, (_, k) => [Math.cos(k * 2.4), Math.sin(k * 2.4)]),
    [rows, 2],
  );

/** In which pair of quadrants each point lies. */
export const labels = (rows = 64) =>
  tf.tensor1d(Array.from({ length: rows }, (_, k) => (Math.cos(k * 2.4) * Math.sin(k * 2.4) > 0 ? 1 : 0)));

/** Every method, as it is made without options. */
export const methods = Object.values(METHODS).map((made) => made());

/** Those whose gradients are exact, or nearly so: the others draw at random. */
export const settled = methods.filter(({ options }) => options === undefined);
