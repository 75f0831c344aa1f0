import type { Trace } from './trace.ts';

/** `labels.length` samples, each of `width` numbers, row by row. */
export interface Dataset {
  readonly features: Float32Array;
  /** Class indices 0, 1, … */
  readonly labels: Uint8Array;
  readonly width: number;
  /** Rows and columns, while the features still are the pixels of an image. */
  readonly shape?: readonly [rows: number, columns: number];
}

/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What a step learned from the training data: plain JSON data, enough to rebuild its transform. */
export type Fitted = { readonly step: string; readonly [name: string]: Json };

/** A change to a dataset, the same for training, validation and test data. */
export interface Transform {
  (data: Dataset): Dataset;
  /** What becomes of the training data: the same, unless the step drops or adds training samples. */
  readonly training: (data: Dataset) => Dataset;
  readonly fitted: Fitted;
  /** What becomes of features: from the traces of those that come in, one for each that comes out. */
  readonly trace: (from: readonly Trace[]) => readonly Trace[];
  /** The single steps that it is made of, in their order: itself alone, unless it is a pipeline. */
  readonly steps: readonly Transform[];
}

/** Looks at the training data once, and gives the transform it calls for. */
export type Step = (train: Dataset) => Transform;

/** The samples of these row numbers, in their order. */
export function rowsOf(data: Dataset, rows: ArrayLike<number>): Dataset {
  const features = new Float32Array(rows.length * data.width);
  const labels = new Uint8Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k];
    if (!(row in data.labels))
      throw new Error(`Sample ${row} was asked for, but the dataset has ${data.labels.length}, counted from 0.`);
    features.set(data.features.subarray(row * data.width, (row + 1) * data.width), k * data.width);
    labels[k] = data.labels[row];
  }
  return { ...data, features, labels };
}

/** An error unless the lengths agree and every feature is a finite number. */
export function checkDataset(data: Dataset): void {
  checkLengths(data);
  const at = firstUnsound(data.features);
  if (at >= 0)
    throw new Error(
      `Feature ${at % data.width} of sample ${Math.floor(at / data.width)} is ${data.features[at]}, ` +
        'but every feature must be a finite number. Mend the data, or let validStates set such samples aside.',
    );
}

/** The place of the first number that is not finite, −1 if all are: only such a number is not 0 when it is taken from itself. */
function firstUnsound(values: Float32Array): number {
  for (let k = 0; k < values.length; k++) if (values[k] - values[k] !== 0) return k;
  return -1;
}

/** An error unless features, labels, width and shape agree in number. */
export function checkLengths({ features, labels, width, shape }: Dataset): void {
  if (!Number.isInteger(width) || width < 1)
    throw new Error(`The width of a dataset is how many numbers a sample has, 1 or more, but is ${width}.`);
  if (features.length !== labels.length * width)
    throw new Error(
      `${labels.length} labels and a width of ${width} call for ${labels.length * width} features, ` +
        `but the dataset has ${features.length}.`,
    );
  if (shape && shape[0] * shape[1] !== width)
    throw new Error(`An image of ${shape[0]} × ${shape[1]} pixels does not have ${width}, the width of the dataset.`);
}
