import { isQuantum, type QuantumLayer } from '@hqnn/autodiff/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import type * as layers from '@tensorflow/tfjs-layers';
import { adam } from './adam.ts';

/** Where the learning rates start. */
export interface Rates {
  readonly learningRate: number;
  readonly circuitLearningRate: number;
}

/** Moves weights against their gradient, at their rate scaled by so much; answers whether all still are numbers. */
export type Descent<Gradient> = (gradient: Gradient, decay: number) => boolean;

/** Weights that are read as a copy: those of a circuit, for one. */
type Held = Pick<QuantumLayer, 'readWeights' | 'writeWeights'>;

/** Adam on weights that are held elsewhere. */
export function descent(held: Held, rate: number): Descent<ArrayLike<number>> {
  const update = adam(held.readWeights().length);
  return (gradient, decay) => {
    const weights = held.readWeights();
    update(weights, gradient, decay * rate);
    held.writeWeights(weights);
    return weights.every(Number.isFinite);
  };
}

/** What is trained in layers under tfjs, and the descent of it all. */
export interface Descents {
  readonly variables: readonly tf.Variable[];
  /** Takes the gradient in each variable. */
  readonly descendAll: Descent<readonly ArrayLike<number>[]>;
}

/** The variables of the layers, each with an Adam of its own: tfjs's takes some ten kernels for each. */
export function descents(of: readonly layers.layers.Layer[], { learningRate, circuitLearningRate }: Rates): Descents {
  const trained = of.flatMap((layer) =>
    layer.trainableWeights.map((weight) => {
      const variable = weight.read() as tf.Variable;
      return { variable, descend: descent(heldIn(variable), isQuantum(layer) ? circuitLearningRate : learningRate) };
    }),
  );
  return {
    variables: trained.map(({ variable }) => variable),
    descendAll: (gradients, decay) =>
      trained.map(({ descend }, k) => descend(gradients[k], decay)).every((sound) => sound),
  };
}

const heldIn = (variable: tf.Variable): Held => ({
  readWeights: () => variable.dataSync().slice() as Float32Array,
  writeWeights: (weights) => {
    const next = tf.tensor(weights, variable.shape);
    variable.assign(next);
    next.dispose();
  },
});
