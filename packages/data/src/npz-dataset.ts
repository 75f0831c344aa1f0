import type { ClassedDataset } from './class-rows.ts';
import { type NpyOptions, npyDataset } from './npy-dataset.ts';
import { npzArrays } from './npz.ts';

/** Which two arrays of an archive belong together, and what to take of them. */
export interface NpzDatasetOptions extends NpyOptions {
  /** The name of the array of images; `x_train` by default, as in the mnist.npz of Keras. */
  readonly images?: string;
  /** The name of their labels; `y_train` by default. */
  readonly labels?: string;
  /** How many bytes the two may have, unpacked: 1 GiB by default. */
  readonly limit?: number;
}

/** The samples of two arrays in a `.npz` file: see npyDataset. The others are not unpacked. */
export function npzDataset(
  bytes: Uint8Array,
  { images = 'x_train', labels = 'y_train', limit, ...options }: NpzDatasetOptions = {},
): ClassedDataset<number> {
  if (images === labels) throw new Error(`Images and labels were both to be ${images}. They must be two arrays.`);
  const arrays = npzArrays(bytes, { names: [images, labels], ...(limit === undefined ? {} : { limit }) });
  const [x, y] = [images, labels].map((name) => arrays.get(name));
  if (!x || !y) throw new Error(`The file has no ${x ? labels : images}.`);
  return npyDataset(x, y, options);
}
