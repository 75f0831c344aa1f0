import { type Dataset, rowsOf } from '@hqnn/data';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** A model that ends in an activation of its own, as `hybrid` and `twin` make them. */
export type Classifying = layers.LayersModel;

/** The model without its last activation, on the same weights. */
export function logitsModel(model: Classifying): layers.LayersModel {
  const [below, last] = model.layers.slice(-2);
  if (last?.getClassName() !== 'Activation')
    throw new Error(
      `The model ends in ${last?.getClassName() ?? below?.getClassName()}. A classifier ends in an activation of its own, sigmoid or softmax, below which its logits are.`,
    );
  return layers.model({ inputs: model.inputs, outputs: below.output as layers.SymbolicTensor });
}

/** How many classes the model tells apart: one output is two classes. */
export const classesOf = (model: Classifying) => Math.max(2, model.outputs[0].shape[1] ?? 1);

/** Throws unless every sample fits the model: its width, and a label for which there is a class. */
export function checkSamples(model: Classifying, { labels, width }: Dataset): void {
  const [takes, classes] = [model.inputs[0].shape[1], classesOf(model)];
  if (width !== takes) throw new Error(`The model takes ${takes} features, but the samples have ${width}.`);
  const row = labels.findIndex((label) => label >= classes);
  if (row >= 0)
    throw new Error(
      `Sample ${row} has the label ${labels[row]}, but the model tells the classes 0 to ${classes - 1} apart.`,
    );
}

export const tensorOf = ({ features, labels, width }: Dataset): tf.Tensor2D =>
  tf.tensor2d(features, [labels.length, width]);

/** As many samples as go through a model at once. */
const BATCH = 256;

/** What a model gives for every sample, row by row. */
export function outputsOf(model: layers.LayersModel, data: Dataset): Float32Array {
  const columns = model.outputs[0].shape[1] ?? 1;
  const outputs = new Float32Array(data.labels.length * columns);
  for (let start = 0; start < data.labels.length; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, data.labels.length - start) }, (_, k) => start + k);
    tf.tidy(() => {
      const y = model.apply(tensorOf(rowsOf(data, rows))) as tf.Tensor;
      outputs.set(y.dataSync(), start * columns);
    });
  }
  return outputs;
}

/** The class of the largest logit, row by row. */
export function decided(logits: ArrayLike<number>, columns: number): Uint8Array {
  return Uint8Array.from({ length: logits.length / columns }, (_, row) => {
    if (columns === 1) return logits[row] > 0 ? 1 : 0;
    const all = Array.from({ length: columns }, (_, k) => logits[row * columns + k]);
    return all.indexOf(Math.max(...all));
  });
}
