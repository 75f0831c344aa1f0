import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from './dataset.ts';
import { digestOf } from './digest.ts';
import { readMnist } from './node/read-mnist.ts';
import { packImages } from './pack-images.ts';
import { unpackImages } from './unpack-images.ts';

/** What issue and page allow a pair of digits to weigh. */
const PAIR_BYTES = 350_000;

const dataset = (pixels: readonly number[], labels: readonly number[], shape: readonly [number, number]): Dataset => ({
  features: Float32Array.from(pixels, (byte) => byte / 255),
  labels: Uint8Array.from(labels),
  width: shape[0] * shape[1],
  shape,
});

/** Images with long runs as well as short ones. */
const images = fc
  .record({
    shape: fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })),
    labels: fc.array(fc.nat(255), { maxLength: 5 }),
    runs: fc.array(fc.tuple(fc.integer({ min: 1, max: 700 }), fc.constantFrom(0, 0, 1, 7, 128, 254, 255)), {
      minLength: 1,
      maxLength: 40,
    }),
  })
  .map(({ shape, labels, runs }) => {
    const pixels = runs.flatMap(([length, byte]) => Array<number>(length).fill(byte));
    const all = labels.length * shape[0] * shape[1];
    return dataset(
      Array.from({ length: all }, (_, k) => pixels[k % pixels.length]),
      labels,
      shape,
    );
  });

test('images come back as they were packed, to the bit', async () => {
  await fc.assert(
    fc.asyncProperty(images, async (data) => {
      expect(await unpackImages(await packImages(data))).toEqual(data);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test.each([
  [0, 3],
  [2, 3],
  [3, 6],
  [3, 5],
  [4, 9],
])('the %i and %i of the mnist package weigh less than 350 kB, and come back to the bit', async (...pair) => {
  const data = await readMnist(pair);
  const packed = await packImages(data);
  expect(packed.length).toBeLessThan(PAIR_BYTES);
  const back = await unpackImages(packed);
  expect(back).toMatchObject({ width: 784, shape: [28, 28] });
  expect(await digestOf(back)).toBe(await digestOf(data));
});

test('a file may lie anywhere in a larger buffer', async () => {
  const data = dataset([0, 9, 255, 0], [0, 1], [1, 2]);
  const packed = await packImages(data);
  const larger = new Uint8Array(packed.length + 7);
  larger.set(packed, 3);
  expect(await unpackImages(larger.subarray(3, 3 + packed.length))).toEqual(data);
});

test.each<[string, Dataset, string]>([
  [
    'features that are no pixels',
    { features: Float32Array.of(0, 1), labels: Uint8Array.of(0), width: 2 },
    'packImages packs images, but this dataset has no shape',
  ],
  [
    'grays between those of a file',
    { ...dataset([0, 0, 1, 0], [0, 1], [1, 2]), features: Float32Array.of(0, 0, 0.3, 0) },
    'Feature 0 of sample 1 is 0.30000001192092896, which is no byte / 255.',
  ],
  [
    'a number above 1',
    { ...dataset([0], [0], [1, 1]), features: Float32Array.of(256 / 255) },
    'which is no byte / 255.',
  ],
  ['NaN', { ...dataset([0], [0], [1, 1]), features: Float32Array.of(Number.NaN) }, 'is NaN, which is no byte / 255.'],
  ['too few features', { ...dataset([0], [0], [1, 1]), labels: Uint8Array.of(0, 1) }, '2 labels and a width of 1'],
])('%s are not packed', async (_, data, message) => {
  await expect(packImages(data)).rejects.toThrow(message);
});

/** A file by hand: its header, and what its gzip holds. */
const file = (
  content: Uint8Array | readonly number[],
  { magic = [0x89, 0x48, 0x51, 0x49], version = 1, classes = 2, rows = 1, columns = 2, images = 2 } = {},
) =>
  Uint8Array.from([
    ...magic,
    ...[version, classes, rows, columns].flatMap((n) => [n >> 8, n & 255]),
    ...[24, 16, 8, 0].map((shift) => (images >>> shift) & 255),
    ...gzipSync(Uint8Array.from(content)),
  ]);

/** Labels 0 and 1; a white pixel, two of ink, a white one; the ink. */
const WHOLE = [0, 1, 1, 2, 1, 9, 255];

test('the format is this', async () => {
  expect(await unpackImages(file(WHOLE))).toEqual(dataset([0, 9, 255, 0], [0, 1], [1, 2]));
});

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'These are no packed images: they do not begin with 89 48 51 49.'],
  ['another file', gzipSync('train'), 'These are no packed images'],
  ['a header cut short', file(WHOLE).subarray(0, 9), 'but these are cut short at 9.'],
  ['a newer version', file(WHOLE, { version: 2 }), 'have version 2, but only version 1 can be read.'],
  ['no rows', file(WHOLE, { rows: 0 }), 'have 1 to 65535 rows and columns, but these have 0 × 2.'],
  ['gzip cut short', file(WHOLE).subarray(0, 30), 'Its compressed data are cut short or damaged'],
  ['no gzip', file(WHOLE).subarray(0, 16), 'Its compressed data are cut short or damaged'],
  ['other bytes after the gzip', Uint8Array.from([...file(WHOLE), 7]), 'Its compressed data are cut short or damaged'],
  ['a byte changed', file(WHOLE).with(-6, 1), 'Its compressed data are cut short or damaged'],
  ['fewer labels', file([0]), 'They are 2 images, but have 1 labels.'],
  ['other classes', file(WHOLE, { classes: 3 }), 'They have 3 classes by their header, but 2 by their labels.'],
  ['too few runs', file([0, 1, 1, 2]), 'Their runs come to 3 pixels, but their header calls for 4.'],
  ['too long runs', file([0, 1, 1, 200, 1]), 'Their runs come to 201 pixels, but their header calls for 4.'],
  ['too little ink', file(WHOLE.slice(0, -1)), 'Their runs call for 2 grays of ink, but 1 follow them.'],
  ['too much ink', file([...WHOLE, 1]), 'Their runs call for 2 grays of ink, but 3 follow them.'],
  ['more than its header calls for', file(new Uint8Array(1e6)), 'unpack to more than the 11 bytes'],
  ['too many pixels', file(WHOLE, { rows: 60_000, columns: 60_000 }), 'but one file of packed images has at most'],
])('%s is refused', async (_, bytes, message) => {
  await expect(unpackImages(bytes)).rejects.toThrow(message);
});

test('a bomb is left before it has unpacked', async () => {
  const bomb = file(new Uint8Array(120e6));
  const before = process.memoryUsage.rss();
  await expect(unpackImages(bomb)).rejects.toThrow('unpack to more than the 11 bytes');
  expect(process.memoryUsage.rss() - before).toBeLessThan(80e6);
});
