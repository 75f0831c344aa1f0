import type { Dataset } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import type * as layers from '@tensorflow/tfjs-layers';
import { type Classifying, crossEntropy, decided, logitsModel, tensorOf } from './logits.ts';

export interface Rates {
  readonly learningRate: number;
  readonly circuitLearningRate: number;
}

export interface Stepper {
  /** The mean loss before the update, NaN where it left weights that are no numbers; and how many samples were right. */
  (samples: Dataset): { readonly loss: number; readonly right: number };
  dispose(): void;
}

/** Updates of all weights, the circuit's and the head's from one gradient, with rates that fall to 0 over so many steps. */
export function stepper(model: Classifying, steps: number, { learningRate, circuitLearningRate }: Rates): Stepper {
  const logits = logitsModel(model);
  const variables = (of: readonly layers.layers.Layer[]) =>
    of.flatMap((layer) => layer.trainableWeights.map((weight) => weight.read() as tf.Variable));
  const isCircuit = (layer: layers.layers.Layer) => layer.getClassName() === 'HqnnQuantum';
  const groups = [
    { variables: variables(model.layers.filter(isCircuit)), rate: circuitLearningRate },
    { variables: variables(model.layers.filter((layer) => !isCircuit(layer))), rate: learningRate },
  ].map((group) => ({ ...group, optimizer: tf.train.adam(group.rate) }));
  let taken = 0;
  const step = ({ labels, ...samples }: Dataset) => {
    let right = 0;
    const { value, grads } = tf.variableGrads(
      () => {
        const y = logits.apply(tensorOf({ labels, ...samples }), { training: true }) as tf.Tensor2D;
        right = decided(y.dataSync(), y.shape[1]).filter((label, row) => label === labels[row]).length;
        return crossEntropy(y, labels);
      },
      groups.flatMap((group) => group.variables),
    );
    const loss = value.dataSync()[0];
    const cosine = (1 + Math.cos((Math.PI * taken++) / steps)) / 2;
    if (Number.isFinite(loss))
      for (const { variables, rate, optimizer } of groups) {
        // tfjs reads its learning rate in every step but offers no way to set it.
        (optimizer as unknown as { learningRate: number }).learningRate = rate * cosine;
        optimizer.applyGradients(variables.map(({ name }) => ({ name, tensor: grads[name] })));
      }
    tf.dispose([value, grads]);
    const sound = groups.every((group) =>
      group.variables.every((variable) => variable.dataSync().every(Number.isFinite)),
    );
    return { loss: sound ? loss : Number.NaN, right };
  };
  const dispose = () => {
    for (const { optimizer } of groups) optimizer.dispose();
  };
  return Object.assign(step, { dispose });
}
