import { random } from '@hqnn/data';
import * as layers from '@tensorflow/tfjs-layers';

/** The shape of a head. */
export interface HeadOptions {
  /** Widths of hidden layers, each with tanh. */
  readonly hidden: readonly number[];
  readonly classes: number;
  readonly seed: number;
  /** The width of what comes in, where the head is the whole model. */
  readonly features?: number;
}

/** A light MLP: one logit and a sigmoid for two classes, else a logit a class and a softmax. */
export function head({ hidden, classes, seed, features }: HeadOptions): readonly layers.layers.Layer[] {
  if (!(Number.isInteger(classes) && classes >= 2))
    throw new Error(`A head tells ${classes} classes apart. It takes 2 or more.`);
  const wrong = hidden.find((width) => !(Number.isInteger(width) && width >= 1));
  if (wrong !== undefined) throw new Error(`A hidden layer has ${wrong} units. It has a whole number from 1.`);
  const outputs = classes === 2 ? 1 : classes;
  const dense = (units: number, k: number) =>
    layers.layers.dense({
      units,
      ...(k === 0 && features !== undefined ? { inputShape: [features] } : {}),
      ...(k < hidden.length ? { activation: 'tanh' as const } : {}),
      kernelInitializer: layers.initializers.glorotNormal({ seed: random(seed, 'head', k).below(2 ** 31) }),
    });
  // The last activation is a layer of its own, so that training can reach the logits below it.
  const activation = layers.layers.activation({ activation: classes === 2 ? 'sigmoid' : 'softmax' });
  return [...[...hidden, outputs].map(dense), activation];
}
