import { angleEncoding, circuit, eachZ, features, hardwareEfficient } from '@hqnn/circuits';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { METHODS } from '../src/index.ts';
import { type QuantumOptions, quantum } from '../src/tfjs/index.ts';

/** Two qubits, two features, ten weights. */
export const small = circuit(2, angleEncoding(features(2)), hardwareEfficient(2, { layers: 2 }));

export const uniform = (seed: number) => layers.initializers.randomUniform({ minval: -1, maxval: 1, seed });

/** The small circuit as a layer, from fixed weights. */
export const layer = (options: Partial<QuantumOptions> = {}) =>
  quantum({ circuit: small, observables: eachZ(2), initial: { theta: uniform(3) }, ...options });

/** A dense layer from fixed weights. */
export const dense = (units: number, seed: number, options = {}) =>
  layers.layers.dense({ units, kernelInitializer: layers.initializers.glorotUniform({ seed }), ...options });

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
