import type * as tf from '@tensorflow/tfjs-core';
import type * as layers from '@tensorflow/tfjs-layers';

/** What a layer is applied to: tensors, or in a model that is being made, what the layers before will give. */
export type LayerInputs = tf.Tensor | tf.Tensor[] | layers.SymbolicTensor | layers.SymbolicTensor[];

/** Throws, naming the layer before, unless that gives rows of so many features. */
export function checkLayerBefore(inputs: LayerInputs, features: number): void {
  const [input, ...more] = Array.isArray(inputs) ? inputs : [inputs];
  if (more.length > 0)
    throw new Error(
      `The circuit takes one input, but was given ${more.length + 1}. Join them first: layers.concatenate().`,
    );
  // Tensors are looked at where they are used.
  if (!('sourceLayer' in input) || isRows(input.shape, features)) return;
  const shape = input.shape.map((n) => n ?? 'rows');
  throw new Error(
    `The circuit takes rows of ${features} features, but the layer before it, ${input.sourceLayer.name}, gives the shape [${shape}]. ${remedyOf(input.shape, features)}`,
  );
}

/** Throws, with the remedy, unless a tensor holds rows of so many features. */
export function checkFeatures(x: tf.Tensor, features: number): void {
  if (!isRows(x.shape, features))
    throw new Error(
      `The circuit takes rows of ${features} features, but was given a tensor of shape [${x.shape}]. ${remedyOf(x.shape, features)}`,
    );
  checkNumbers('features', x);
}

/** Throws, with the remedy, unless a tensor holds numbers that convert to 32-bit floats without a decision. */
export function checkNumbers(what: string, { dtype }: tf.Tensor): void {
  if (dtype === 'float32' || dtype === 'int32') return;
  throw new Error(`The circuit takes ${what} of dtype float32 or int32, but was given ${dtype}. ${REMEDIES[dtype]}`);
}

const isRows = (shape: layers.Shape, features: number) => shape.length === 2 && shape[1] === features;

const remedyOf = (shape: layers.Shape, features: number) =>
  shape.length === 2
    ? `Let what is before give ${features}, or encode ${shape[1]} features.`
    : `Make it [rows,${features}] first: layers.flatten(), or tf.reshape.`;

/** How numbers are made of what is not taken. */
const REMEDIES: Readonly<Record<Exclude<tf.DataType, 'float32' | 'int32'>, string>> = {
  bool: "If 0 and 1 are meant, say so: tf.cast(x, 'float32').",
  complex64: 'Take real numbers of it: tf.real, tf.imag or tf.abs.',
  string: 'Make numbers of it before the circuit, such as the index of each text in a list.',
};
