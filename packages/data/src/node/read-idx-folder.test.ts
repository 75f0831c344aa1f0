import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedFile } from '../../../../tooling/oracles/shared.ts';
import { hasTest, readIdxFolder } from './read-idx-folder.ts';

const header = (...shape: number[]) => [0, 0, 8, shape.length, ...shape.flatMap((size) => [0, 0, 0, size])];
const IMAGES = Uint8Array.from([...header(4, 1, 2), 0, 255, 51, 0, 1, 2, 3, 4]);
const LABELS = Uint8Array.from([...header(4), 6, 3, 9, 6]);

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hqnn-idx-'));
});
afterAll(() => rm(root, { recursive: true }));

async function folder(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const path = await mkdtemp(join(root, 'set-'));
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(path, name), bytes)));
  return path;
}

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const USUAL = { 'train-images-idx3-ubyte': IMAGES, 'train-labels-idx1-ubyte': LABELS };

test.each([
  ['the usual names', USUAL],
  ['gzipped', { 'train-images-idx3-ubyte.gz': gzipSync(IMAGES), 'train-labels-idx1-ubyte.gz': gzipSync(LABELS) }],
  ['names with dots', { 'train-images.idx3-ubyte': IMAGES, 'train-labels.idx1-ubyte': LABELS }],
  ['unpacked, but still named .gz', { 'train-images-idx3-ubyte.gz': IMAGES, 'train-labels-idx1-ubyte': LABELS }],
])('a folder of files with %s is read', async (_, files) => {
  const { features, labels, shape } = await readIdxFolder(await folder(files), { digits: [3, 6], part: 'train' });
  expect([...labels]).toEqual([1, 0, 1]);
  expect([...features]).toEqual([0, 1, 51 / 255, 0, 3 / 255, 4 / 255].map(Math.fround));
  expect(shape).toEqual([1, 2]);
});

test('the test part is in the files t10k', async () => {
  const path = await folder({ ...USUAL, 't10k-images-idx3-ubyte': IMAGES, 't10k-labels-idx1-ubyte.gz': LABELS });
  expect(await hasTest(path)).toBe(true);
  expect((await readIdxFolder(path, { digits: [3, 6], part: 'test' })).labels).toHaveLength(3);
  expect(await hasTest(await folder(USUAL))).toBe(false);
});

const LETTERS = {
  'emnist-letters-train-images-idx3-ubyte.gz': gzipSync(
    Uint8Array.from([...header(2, 2, 3), 1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1]),
  ),
  'emnist-letters-train-labels-idx1-ubyte.gz': gzipSync(Uint8Array.from([...header(2), 26, 1])),
};

test('images of EMNIST are set upright, unless they are said to be so', async () => {
  const path = await folder(LETTERS);
  const options = { digits: [1, 26], part: 'train' } as const;
  const { features, labels, shape } = await readIdxFolder(path, options);
  expect([...labels]).toEqual([1, 0]);
  expect(shape).toEqual([3, 2]);
  expect([...features]).toEqual([1, 4, 2, 5, 3, 6, 6, 3, 5, 2, 4, 1].map((byte) => Math.fround(byte / 255)));
  const stored = await readIdxFolder(path, { ...options, transposed: false });
  expect(stored.shape).toEqual([2, 3]);
  expect([...stored.features]).toEqual([1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1].map((byte) => Math.fround(byte / 255)));
});

test('of several sets in a folder the one that is named is read', async () => {
  const path = await folder({
    ...USUAL,
    ...LETTERS,
    'emnist-letters-test-images-idx3-ubyte': IMAGES,
    'emnist-letters-test-labels-idx1-ubyte': LABELS,
  });
  expect((await readIdxFolder(path, { digits: [1, 26], part: 'train', set: 'letters' })).width).toBe(6);
  expect((await readIdxFolder(path, { digits: [3, 6], part: 'test', set: 'letters' })).shape).toEqual([2, 1]);
  expect((await readIdxFolder(path, { digits: [3, 6], part: 'train', set: '' })).shape).toEqual([1, 2]);
  expect(await hasTest(path, 'letters')).toBe(true);
  expect(await hasTest(path, '')).toBe(false);
});

test('a range counts images before digits are chosen', async () => {
  const { labels } = await readIdxFolder(await folder(USUAL), { digits: [3, 6], part: 'train', range: [1, 4] });
  expect([...labels]).toEqual([0, 1]);
});

test.each<[string, Readonly<Record<string, Uint8Array>>, object, string]>([
  [
    'a missing file',
    { 'train-images-idx3-ubyte': IMAGES },
    {},
    'does not have the labels of a train set: a file named train-labels-idx1-ubyte, or the same with .gz.',
  ],
  [
    'a missing part',
    USUAL,
    { part: 'test' },
    'does not have the images of a test set: a file named t10k-images-idx3-ubyte',
  ],
  [
    'a truncated file',
    { ...USUAL, 'train-images-idx3-ubyte': IMAGES.subarray(0, 20) },
    {},
    'train-images-idx3-ubyte: The header says 4 × 1 × 2 bytes, but 4 follow it',
  ],
  [
    'a file of another kind',
    { ...USUAL, 'train-labels-idx1-ubyte': Uint8Array.from([1, 2, 3, 4]) },
    {},
    'train-labels-idx1-ubyte: An IDX file begins with two zero bytes',
  ],
  [
    'counts that differ',
    { ...USUAL, 'train-labels-idx1-ubyte': Uint8Array.from([...header(2), 3, 6]) },
    {},
    'train-*: There are 4 images, but 2 labels.',
  ],
  [
    'files exchanged',
    { 'train-images-idx3-ubyte': LABELS, 'train-labels-idx1-ubyte': IMAGES },
    {},
    'train-images-idx3-ubyte: By its name this file has images, but it holds 4 labels.',
  ],
  [
    'an images file under the name of the labels',
    { ...USUAL, 'train-labels-idx1-ubyte': IMAGES },
    {},
    'train-labels-idx1-ubyte: By its name this file has labels, but it holds 4 images.',
  ],
  [
    'labels without images',
    { 'train-labels-idx1-ubyte.gz': LABELS },
    {},
    'does not have the images of a train set: a file named train-images-idx3-ubyte, or the same with .gz. ' +
      'It does have train-labels-idx1-ubyte.gz, and the two belong together.',
  ],
  [
    'a set that is not there',
    USUAL,
    { set: 'letters' },
    "does not have the set letters. It has '' (of MNIST's names).",
  ],
  [
    'several sets',
    { 'emnist-letters-train-images-idx3-ubyte': IMAGES, 'emnist-digits-train-images-idx3-ubyte': IMAGES },
    {},
    "has several sets: digits, letters. Say which, as in { set: 'digits' }.",
  ],
  ['a digit that does not occur', USUAL, { digits: [3, 8] }, 'train-*: Digit 8 does not occur'],
  [
    'a range outside',
    USUAL,
    { range: [0, 5] },
    'train-*: A range of 4 images takes 0 ≤ from < to ≤ 4, but was given [0, 5].',
  ],
])('%s is an error that names the path', async (_, files, options, message) => {
  const path = await folder(files);
  const reading = readIdxFolder(path, { digits: [3, 6], part: 'train', ...options });
  await expect(reading).rejects.toThrow(message);
  await expect(reading).rejects.toThrow(path);
});

test('a missing folder is an error that names it', async () => {
  const path = join(root, 'nowhere');
  await expect(readIdxFolder(path, { digits: [3, 6], part: 'train' })).rejects.toThrow(
    `There is no folder ${path} to read IDX files from.`,
  );
});

const official = sharedFile('mnist/train-images-idx3-ubyte.gz');

test.skipIf(!official)(
  'the official training set has 60,000 images, as many of each digit as its authors counted',
  async () => {
    const { features, labels, shape } = await readIdxFolder(dirname(official ?? ''), { digits: ALL, part: 'train' });
    expect([features.length, shape]).toEqual([60_000 * 784, [28, 28]]);
    const counts = ALL.map(() => 0);
    for (const label of labels) counts[label]++;
    expect(counts).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
  },
);
