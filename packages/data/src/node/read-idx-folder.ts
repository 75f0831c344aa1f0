import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkClassNumbers } from '../check-digits.ts';
import type { Dataset } from '../dataset.ts';
import { type Idx, parseIdx } from '../idx.ts';
import { idxDataset } from '../idx-dataset.ts';
import { upright } from '../idx-upright.ts';
import { about } from './about.ts';
import { CONTENTS, type IdxContent, type IdxFile, type IdxPart, idxFiles, setOf, usualName } from './idx-files.ts';

/** What to read of a folder. */
export interface IdxFolderOptions {
  /** The labels to take: digits, or class numbers from 0 to 255 where a set has them, as EMNIST has 1 to 26 for letters. */
  readonly digits: readonly number[];
  readonly part: IdxPart;
  /** Only the images numbered from `from` up to, but not including, `to`, as they stand in the file. */
  readonly range?: readonly [from: number, to: number];
  /** The set of EMNIST, such as `letters`; needed only where a folder has several. */
  readonly set?: string;
  /** Whether images are stored column by column, and are to be set upright. By default they are in files named emnist-*. */
  readonly transposed?: boolean;
}

/** The images of these digits in a folder of IDX files under their usual names, gzipped or not. */
export async function readIdxFolder(folder: string, options: IdxFolderOptions): Promise<Dataset> {
  const { digits, part, range } = options;
  checkClassNumbers(digits);
  const files = await idxFiles(folder);
  const set = setOf(folder, files, options.set);
  const [imageFile, labelFile] = CONTENTS.map((content) => fileOf(folder, files, { set, part, content }));
  const images = await readIdx(folder, imageFile);
  const labels = await readIdx(folder, labelFile);
  const stored = (options.transposed ?? set !== '') ? upright(images) : images;
  const prefix = usualName(set, part, 'images').replace('images-idx3-ubyte', '*');
  return about(join(folder, prefix), () => idxDataset(stored, labels, digits, range));
}

/** Whether a folder of IDX files has the images and labels of a test set: t10k-*, or emnist-letters-test-* and the like. */
export async function hasTest(folder: string, set?: string): Promise<boolean> {
  const files = await idxFiles(folder);
  const asked = setOf(folder, files, set);
  return CONTENTS.every((content) => found(files, { set: asked, part: 'test', content }) !== undefined);
}

type Wanted = Omit<IdxFile, 'name'>;

const found = (files: readonly IdxFile[], { set, part, content }: Wanted): IdxFile | undefined =>
  files.find((file) => file.set === set && file.part === part && file.content === content);

function fileOf(folder: string, files: readonly IdxFile[], wanted: Wanted): IdxFile {
  const file = found(files, wanted);
  if (file) return file;
  const { set, part, content } = wanted;
  const other = found(files, { set, part, content: content === 'images' ? 'labels' : 'images' });
  throw new Error(
    `${folder} does not have the ${content} of a ${part} set: ` +
      `a file named ${usualName(set, part, content)}, or the same with .gz.` +
      (other ? ` It does have ${other.name}, and the two belong together.` : ''),
  );
}

/** What a file of so many dimensions holds. */
const HELD: ReadonlyMap<number, IdxContent> = new Map([
  [1, 'labels'],
  [3, 'images'],
]);

/** An error if the file holds something else than its name says. */
async function readIdx(folder: string, { name, content }: IdxFile): Promise<Idx> {
  const path = join(folder, name);
  return about(path, async () => {
    const idx = await parseIdx(await readFile(path));
    const held = HELD.get(idx.shape.length);
    if (held !== undefined && held !== content)
      throw new Error(
        `By its name this file has ${content}, but it holds ${idx.shape[0]} ${held}. ` +
          'It was given a wrong name, or exchanged with its partner. Rename it.',
      );
    return idx;
  });
}
