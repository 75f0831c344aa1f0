import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIdx } from './idx.ts';
import { idxDataset } from './idx-dataset.ts';

const file = (shape: readonly number[], data: readonly number[]) =>
  Uint8Array.from([0, 0, 8, shape.length, ...shape.flatMap((size) => [0, 0, size >> 8, size & 255]), ...data]);

const idx = (shape: readonly number[], data: readonly number[]) => ({ shape, data: Uint8Array.from(data) });

test('a file gives back its shape and bytes, gzipped or not', async () => {
  const shapes = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 });
  const files = shapes.chain((shape) => {
    const length = shape.reduce((product, size) => product * size, 1);
    return fc.tuple(fc.constant(shape), fc.array(fc.nat(255), { minLength: length, maxLength: length }));
  });
  await fc.assert(
    fc.asyncProperty(files, async ([shape, data]) => {
      const bytes = file(shape, data);
      expect(await parseIdx(bytes)).toEqual(idx(shape, data));
      expect(await parseIdx(gzipSync(bytes))).toEqual(idx(shape, data));
    }),
    { seed: 1, numRuns: 50 },
  );
});

const WHOLE = file([4], [10, 20, 13, 10]);

test.each<[string, Uint8Array, string]>([
  [
    'a file of another kind',
    new TextEncoder().encode('label,x'),
    'An IDX file begins with two zero bytes, but this one begins with 6c 61 62 65.',
  ],
  ['an empty file', new Uint8Array(), 'begins with nothing.'],
  ['a file of floats', Uint8Array.from([0, 0, 13, 1, 0, 0, 0, 0]), 'has type 08, unsigned bytes, but this one has 0d.'],
  ['no dimensions', Uint8Array.from([0, 0, 8, 0, 1]), 'An IDX file has one dimension or more'],
  ['a header cut short', WHOLE.subarray(0, 6), 'says their sizes in its first 8 bytes, but this one has 6 bytes.'],
  ['data cut short', WHOLE.subarray(0, 10), 'The header says 4 bytes, but 2 follow it: '],
  ['trailing bytes', file([3], [1, 2, 3, 4, 5]), 'but 5 follow it: the file goes on after its end. Download it again.'],
  ['a header that promises the world', gzipSync(file([0xffff, 0xffff], Array(2000).fill(1))), 'bytes of gzip can hold'],
  [
    'a header with 0A turned into 0D 0A',
    Uint8Array.from([0, 0, 8, 2, 0, 0, 0, 13, 10, 0, 0, 0, 2, ...Array(20).fill(1)]),
    'every 0A stands after a 0D, so a conversion of line endings has damaged the file.',
  ],
  [
    'a header with 0D 0A turned into 0A',
    Uint8Array.from([0, 0, 8, 1, 0, 0, 10, ...Array(20).fill(0)]),
    'or a conversion of line endings has turned every 0D 0A into 0A.',
  ],
  [
    'a file that was taken for text',
    new TextEncoder().encode(new TextDecoder().decode(file([4], [1, 200, 255, 3]))),
    'the file has been converted as if it were text. Download it again, as binary.',
  ],
  [
    'a gzipped file that was taken for text',
    new TextEncoder().encode(new TextDecoder().decode(gzipSync(WHOLE))),
    'begins with 1f ef bf bd. It was gzipped once, but has been converted as if it were text.',
  ],
  ['a web page', new TextEncoder().encode('<!doctype html>'), 'begins with 3c 21 64 6f. It is a web page'],
  ['a zip archive', new TextEncoder().encode('PK and more'), 'It is a zip archive; the IDX files may be inside.'],
  [
    '0A turned into 0D 0A',
    file(
      [3],
      [10, 20, 10].flatMap((byte) => (byte === 10 ? [13, 10] : [byte])),
    ),
    'every 0A stands after a 0D, so a conversion of line endings has damaged the file.',
  ],
  [
    '0D 0A turned into 0A',
    file([4], [10, 20, 10]),
    'the file is cut short, or a conversion of line endings has turned every 0D 0A into 0A.',
  ],
  ['gzip data cut short', gzipSync(WHOLE).subarray(0, 20), 'A gzipped IDX file could not be unpacked'],
  [
    'gzip data with a tail',
    Uint8Array.from([...gzipSync(WHOLE), 1, 2, 3]),
    'has bytes after its end. Download it again, as binary.',
  ],
])('%s is refused', async (_, bytes, message) => {
  await expect(parseIdx(bytes)).rejects.toThrow(message);
});

const MEGABYTE = 2 ** 20;

/** A gzipped header that announces so many bytes, with 128 megabytes of zeros after it, which are never held as a whole. */
function bomb(announced: number): Promise<Uint8Array> {
  const header = Buffer.from([0, 0, 8, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(announced, 4);
  return buffer(Readable.from([header, ...Array(128).fill(Buffer.alloc(MEGABYTE))]).pipe(createGzip({ level: 1 })));
}

test.each([
  [
    'more than its header says',
    100,
    {},
    'The header says 100 bytes, but more follow it: the file goes on after its end.',
  ],
  [
    'more than the limit',
    128 * MEGABYTE,
    { limit: MEGABYTE },
    'this file has 134217736 bytes, but the limit is 1048576.',
  ],
])(
  'a gzipped file that unpacks to %s is refused before it fills the memory',
  async (_, announced, options, message) => {
    const file = await bomb(announced);
    const before = process.resourceUsage().maxRSS;
    await expect(parseIdx(file, options)).rejects.toThrow(message);
    // In kilobytes.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(32 * 1024);
  },
);

const IMAGES = idx([4, 1, 2], [0, 255, 51, 0, 1, 2, 3, 4]);
const LABELS = idx([4], [6, 3, 9, 6]);

test('only images of the asked digits are taken, labelled by their place in the list', () => {
  expect(idxDataset(IMAGES, LABELS, [3, 6])).toEqual({
    features: Float32Array.from([0, 1, 51 / 255, 0, 3 / 255, 4 / 255]),
    labels: Uint8Array.from([1, 0, 1]),
    width: 2,
    shape: [1, 2],
  });
});

test('labels may be class numbers of more than ten classes, up to 255', () => {
  const { labels } = idxDataset(IMAGES, idx([4], [255, 26, 0, 26]), [26, 255]);
  expect(labels).toEqual(Uint8Array.of(1, 0, 0));
});

test('a range counts images before digits are chosen', () => {
  expect(idxDataset(IMAGES, LABELS, [3, 6], [1, 4]).labels).toEqual(Uint8Array.from([0, 1]));
});

test.each<[string, Parameters<typeof idxDataset>, string]>([
  [
    'counts that differ',
    [IMAGES, idx([3], [6, 3, 9]), [3, 6]],
    'There are 4 images, but 3 labels. They must be files of one set.',
  ],
  [
    'labels for images',
    [LABELS, LABELS, [3, 6]],
    'Images have three dimensions (number, rows, columns), but these have 1.',
  ],
  [
    'labels and images exchanged',
    [LABELS, IMAGES, [3, 6]],
    'but these have 1. Images and labels seem to be exchanged.',
  ],
  ['a letter that is not there', [IMAGES, LABELS, [3, 26]], 'Class 26 does not occur among the labels'],
  [
    'a class beyond a byte',
    [IMAGES, LABELS, [3, 256]],
    'Classes are whole numbers from 0 to 255, but 256 was asked for.',
  ],
  ['images for labels', [IMAGES, IMAGES, [3, 6]], 'Labels have one dimension, but these have 3.'],
  ['a digit that is not there', [IMAGES, LABELS, [3, 5]], 'Digit 5 does not occur among the labels of images 0 to 3.'],
  [
    'a range outside',
    [IMAGES, LABELS, [3, 6], [2, 5]],
    'A range of 4 images takes 0 ≤ from < to ≤ 4, but was given [2, 5].',
  ],
  ['an empty range', [IMAGES, LABELS, [3, 6], [2, 2]], 'but was given [2, 2].'],
  ['bad digits', [IMAGES, LABELS, [3]], 'To tell digits apart takes at least two'],
])('%s are refused', (_, given, message) => {
  expect(() => idxDataset(...given)).toThrow(message);
});
