import type { Dataset, Transform } from '@hqnn/data';
import * as layers from '@tensorflow/tfjs-layers';
import { logitsOf } from './evaluate.ts';
import { type Classifying, decided, outputsOf } from './logits.ts';

/** All that is needed to read an image: how it is prepared, the model, and what its classes are. */
export interface Classifier {
  /** The digit of each class. */
  readonly digits: readonly number[];
  /** From images to features, fitted on training data. */
  readonly prepare: Transform;
  readonly model: Classifying;
}

/** What a classifier says of one image. */
export interface Prediction {
  /** The digit. */
  readonly label: number;
  /** What the model gives it, of 1. */
  readonly probability: number;
  /** What the first layer gives: ⟨Z⟩ of each qubit, where it is a circuit. */
  readonly features: readonly number[];
}

/** What the classifier sees in each image. The labels of the images are not looked at. */
export function predict({ digits, prepare, model }: Classifier, images: Dataset): readonly Prediction[] {
  const prepared = prepare(images);
  if (prepared.labels.length === 0) return [];
  const { logits, columns } = logitsOf(model, prepared);
  const measured = measuredOn(model, prepared);
  const width = measured.length / prepared.labels.length;
  return [...decided(logits, columns)].map((label, row) => ({
    label: digits[label],
    probability: certainty(logits.subarray(row * columns, (row + 1) * columns), label),
    features: [...measured.subarray(row * width, (row + 1) * width)],
  }));
}

/** What the first layer, the circuit, gives for each sample. */
function measuredOn(model: Classifying, data: Dataset): Float32Array {
  const outputs = model.layers[0].output as layers.SymbolicTensor;
  return outputsOf(layers.model({ inputs: model.inputs, outputs }), data);
}

/** The probability that the logits of one sample give to its label. */
function certainty(logits: Float32Array, label: number): number {
  if (logits.length === 1) return 1 / (1 + Math.exp(label === 1 ? -logits[0] : logits[0]));
  return 1 / logits.reduce((sum, value) => sum + Math.exp(value - logits[label]), 0);
}
