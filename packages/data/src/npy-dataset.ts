import { checkClasses } from './check-classes.ts';
import { type ClassedDataset, classRows } from './class-rows.ts';
import { checkDataset } from './dataset.ts';
import type { NpyArray } from './npy.ts';
import { checkWhite, divideByWhite, type PixelOptions, shapeOf } from './pixels.ts';

/** Which samples to take of arrays, and what their numbers mean. */
export interface NpyOptions extends PixelOptions {
  /** The labels to take, of at least two, label k being the k-th; by default all that occur, from the least on. */
  readonly digits?: readonly number[];
}

/**
 * The samples of an array of images, N × rows × columns (× 1) or N × features, with an array of N (× 1) whole numbers
 * that label them.
 */
export function npyDataset(images: NpyArray, labels: NpyArray, options: NpyOptions = {}): ClassedDataset<number> {
  checkWhite(options.white);
  const [count, ...rest] = images.shape;
  if (rest.length === 3 && rest[2] === 1) rest.pop();
  if (rest.length < 1 || rest.length > 2)
    throw new Error(
      `Images are an array of N × rows × columns or N × features, but this one is ${images.shape.join(' × ') || 'a number'}.`,
    );
  const width = rest.reduce((product, length) => product * length, 1);
  const shape = shapeOf(width, options.shape ?? (rest.length === 2 ? [rest[0], rest[1]] : undefined));
  const given = labelsOf(labels, count);
  const classes = options.digits ?? classesIn(given);
  checkClasses(classes);
  const chosen = classRows(given, classes);
  const features = new Float32Array(chosen.rows.length * width);
  const numbers = floatsOf(images);
  chosen.rows.forEach((row, k) => {
    features.set(numbers.subarray(row * width, (row + 1) * width), k * width);
  });
  divideByWhite(features, shape !== undefined, options.white);
  const data = { features, labels: chosen.labels, width, ...(shape && { shape }), classes };
  checkDataset(data);
  return data;
}

function labelsOf({ shape, data }: NpyArray, count: number): Float64Array {
  const [length, ...rest] = shape;
  if (shape.length === 0 || rest.some((size) => size !== 1))
    throw new Error(
      `Labels are an array of N numbers, but this one is ${shape.join(' × ') || 'a number'}. ` +
        'Of one-hot rows give the places of the ones: labels.argmax(axis=1).',
    );
  if (length !== count)
    throw new Error(`There are ${count} images, but ${length} labels. They must be arrays of one set.`);
  const labels = Float64Array.from(data, Number);
  const at = labels.findIndex((label) => !Number.isInteger(label));
  if (at >= 0) throw new Error(`Label ${at} is ${labels[at]}, but a label is a whole number.`);
  return labels;
}

const classesIn = (labels: Float64Array): readonly number[] => [...new Set(labels)].sort((a, b) => a - b);

/** The same numbers in a type that features can be set from. */
const floatsOf = ({ data }: NpyArray) =>
  data instanceof BigInt64Array || data instanceof BigUint64Array ? Float64Array.from(data, Number) : data;
