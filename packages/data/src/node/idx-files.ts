import { readdir } from 'node:fs/promises';

/** Which of the two pairs of files. */
export type IdxPart = 'train' | 'test';

export const CONTENTS = ['images', 'labels'] as const;
export type IdxContent = (typeof CONTENTS)[number];

/** A file by what its name says: `train-images-idx3-ubyte`, or `emnist-letters-test-labels-idx1-ubyte.gz`. */
export interface IdxFile {
  readonly name: string;
  /** `letters`, `balanced` and so on of EMNIST; empty for MNIST and all sets that took over its names. */
  readonly set: string;
  readonly part: IdxPart;
  readonly content: IdxContent;
}

/** Also with a dot before idx, as some copies have it, and with .gz. */
const USUAL =
  /^(?:emnist-([a-z]+)-(?=train|test)|(?=train|t10k))(train|test|t10k)-(images|labels)[-.]idx[13]-ubyte(?:\.gz)?$/;

/** The IDX files of a folder that have their usual names. */
export async function idxFiles(folder: string): Promise<readonly IdxFile[]> {
  const names = await readdir(folder).catch(() => {
    throw new Error(`There is no folder ${folder} to read IDX files from.`);
  });
  return names.sort().flatMap((name) => {
    const [, set = '', part, content] = USUAL.exec(name) ?? [];
    return part ? [{ name, set, part: part === 'train' ? 'train' : 'test', content: content as IdxContent }] : [];
  });
}

/** The usual name of a file. */
export function usualName(set: string, part: IdxPart, content: IdxContent): string {
  const kind = `${content}-idx${content === 'images' ? 3 : 1}-ubyte`;
  return set ? `emnist-${set}-${part}-${kind}` : `${part === 'train' ? 'train' : 't10k'}-${kind}`;
}

/** The set of these names in the folder: the only one there is, unless it was asked for. */
export function setOf(folder: string, files: readonly IdxFile[], asked?: string): string {
  const sets = [...new Set(files.map(({ set }) => set))];
  if (asked !== undefined) {
    if (sets.length > 0 && !sets.includes(asked))
      throw new Error(`${folder} does not have the set ${shown(asked)}. It has ${sets.map(shown).join(', ')}.`);
    return asked;
  }
  if (sets.length > 1)
    throw new Error(
      `${folder} has several sets: ${sets.map(shown).join(', ')}. Say which, as in { set: '${sets.find(Boolean)}' }.`,
    );
  return sets[0] ?? '';
}

const shown = (set: string): string => set || "'' (of MNIST's names)";
