import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
    'train-*: Images have three dimensions',
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
