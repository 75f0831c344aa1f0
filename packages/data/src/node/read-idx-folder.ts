import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDigits } from '../check-digits.ts';
import type { Dataset } from '../dataset.ts';
import { type Idx, idxDataset, parseIdx } from '../idx.ts';

/** Which of the two pairs of files. */
export type IdxPart = 'train' | 'test';

/** What to read of a folder. */
export interface IdxFolderOptions {
  readonly digits: readonly number[];
  readonly part: IdxPart;
  /** Only the images numbered from `from` up to, but not including, `to`, as they stand in the file. */
  readonly range?: readonly [from: number, to: number];
}

const CONTENTS = ['images', 'labels'] as const;
type Content = (typeof CONTENTS)[number];

const PREFIX = { train: 'train', test: 't10k' } as const;

/** The images of these digits in a folder of IDX files under their usual names, gzipped or not. */
export async function readIdxFolder(folder: string, { digits, part, range }: IdxFolderOptions): Promise<Dataset> {
  checkDigits(digits);
  const names = await namesIn(folder);
  const files = CONTENTS.map((content) => fileOf(folder, names, part, content));
  const [images, labels] = await Promise.all(files.map((name) => readIdx(join(folder, name))));
  return about(join(folder, `${PREFIX[part]}-*`), () => idxDataset(images, labels, digits, range));
}

/** Whether a folder of IDX files has the images and labels of a test set, t10k-*. */
export async function hasTest(folder: string): Promise<boolean> {
  const names = await namesIn(folder);
  return CONTENTS.every((content) => found(names, 'test', content) !== undefined);
}

const usualName = (part: IdxPart, content: Content): string =>
  `${PREFIX[part]}-${content}-idx${content === 'images' ? 3 : 1}-ubyte`;

/** The file of that content; train-images.idx3-ubyte and train-images-idx3-ubyte.gz go by the usual name as well. */
const found = (names: readonly string[], part: IdxPart, content: Content): string | undefined =>
  names.find((name) => name.replace('.idx', '-idx').replace(/\.gz$/, '') === usualName(part, content));

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    throw new Error(`There is no folder ${folder} to read IDX files from.`);
  }
}

function fileOf(folder: string, names: readonly string[], part: IdxPart, content: Content): string {
  const name = found(names, part, content);
  if (name === undefined)
    throw new Error(
      `${folder} does not have the ${content} of a ${part} set: a file named ${usualName(part, content)}, or the same with .gz.`,
    );
  return name;
}

async function readIdx(path: string): Promise<Idx> {
  const bytes = await about(path, () => readFile(path));
  return about(path, () => parseIdx(bytes));
}

/** What `read` gives; its error with the path in front. */
async function about<T>(path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (reason) {
    throw new Error(`${path}: ${reason instanceof Error ? reason.message : reason}`);
  }
}
