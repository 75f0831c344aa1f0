import { readFile } from 'node:fs/promises';
import type { ClassedDataset } from '../class-rows.ts';
import { type NpzDatasetOptions, npzDataset } from '../npz-dataset.ts';
import { about } from './about.ts';

/** The samples of two arrays in a `.npz` file, as npzDataset reads them. */
export const readNpz = (path: string, options: NpzDatasetOptions = {}): Promise<ClassedDataset<number>> =>
  about(path, async () => npzDataset(await readFile(path), options));
