import { type Dataset, digestOf, rowsOf, split } from '@hqnn/data';
import { imagesOf } from './images.ts';
import type { RunConfig } from './run-config.ts';

/** The three parts of a run's images; the same configuration gives the same parts. */
export interface Parts {
  readonly train: Dataset;
  readonly validation: Dataset;
  readonly test: Dataset;
}

export async function partsOf({ data, seed }: Pick<RunConfig, 'data' | 'seed'>): Promise<Parts> {
  const images = await imagesOf(data);
  const rows = split(images.labels, { seed });
  return {
    train: rowsOf(images, rows.train),
    validation: rowsOf(images, rows.validation),
    test: rowsOf(images, rows.test),
  };
}

/** SHA-256 of each part. */
export async function digestsOf({ train, validation, test }: Parts) {
  return { train: await digestOf(train), validation: await digestOf(validation), test: await digestOf(test) };
}
