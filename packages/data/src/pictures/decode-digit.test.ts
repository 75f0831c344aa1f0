import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import { readMnist } from '../node/read-mnist.ts';
import { decodeDigit, pictureOf } from './decode-digit.ts';

interface Stored {
  readonly name: string;
  readonly tolerance: number;
  readonly rows: number;
  readonly columns: number;
  readonly file: string;
  readonly gray: string;
}

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

const { pictures } = JSON.parse(readFileSync(new URL('../../test/pictures.json', import.meta.url), 'utf8')) as {
  readonly pictures: readonly Stored[];
};

const stored = (name: string): Uint8Array => {
  const found = pictures.find((picture) => picture.name === name);
  if (!found) throw new Error(`There is no stored picture ${name}.`);
  return bytes(found.file);
};

test.each(pictures)('$name has the grays that Pillow sees', async ({ tolerance, rows, columns, file, gray }) => {
  const seen = await pictureOf(bytes(file));
  expect([seen.rows, seen.columns]).toEqual([rows, columns]);
  const wanted = bytes(gray);
  expect(seen.gray).toHaveLength(wanted.length);
  expect(Math.max(...wanted.map((value, k) => Math.abs(value - seen.gray[k])))).toBeLessThanOrEqual(tolerance);
});

test('a digit of MNIST in a PNG comes back to the bit', async () => {
  const digit = (await readMnist([3, 6])).features.subarray(0, 784);
  const data = Uint8Array.from(digit, (value) => Math.round(255 * value));
  expect(await decodeDigit(encode({ width: 28, height: 28, data, channels: 1 }))).toEqual(digit);
});

const big = (n: number) => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255);

function chunk(type: string, data: Uint8Array | readonly number[]): readonly number[] {
  const named = Uint8Array.from([...Buffer.from(type), ...data]);
  return [...big(data.length), ...named, ...big(crc32(named))];
}

/** A PNG by hand: gray of 8 bits, if nothing else is said, with these bytes of pixels. */
const png = (
  pixels: Uint8Array | readonly number[],
  { rows = 2, columns = 2, depth = 8, colour = 0, interlaced = 0, more = [] as readonly number[] } = {},
) =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...big(columns), ...big(rows), depth, colour, 0, 0, interlaced]),
    ...more,
    ...chunk('IDAT', deflateSync(Uint8Array.from(pixels))),
    ...chunk('IEND', []),
  ]);

/** Two rows, each after the number of its filter. */
const ROWS = [0, 10, 20, 0, 30, 40];

test('a PNG by hand is read, whatever stands in its other chunks', async () => {
  const profile = chunk('iCCP', [0x61, 0, 0, ...deflateSync(new Uint8Array(1e6))]);
  const seen = await pictureOf(png(ROWS, { more: [...profile, ...chunk('tEXt', [0xff])] }));
  expect(seen).toEqual({ gray: Uint8Array.of(10, 20, 30, 40), rows: 2, columns: 2 });
});

/** The pass of each pixel of 8 × 8, as the PNG specification draws it. */
const PASSES = ['16462646', '77777777', '56565656', '77777777', '36463646', '77777777', '56565656', '77777777'];

/** The rows of all passes, each after its filter, of a picture whose pixel k is k. */
function interlaced(rows: number, columns: number): readonly number[] {
  const inPass = (pass: number, row: number) =>
    Array.from({ length: columns }, (_, column) => ({ at: row * columns + column, pass: PASSES[row % 8][column % 8] }))
      .filter((pixel) => pixel.pass === String(pass))
      .map(({ at }) => at % 256);
  const lines = [1, 2, 3, 4, 5, 6, 7].flatMap((pass) => Array.from({ length: rows }, (_, row) => inPass(pass, row)));
  return lines.filter(({ length }) => length > 0).flatMap((line) => [0, ...line]);
}

test('an interlaced PNG of any size has its pixels in order', async () => {
  const side = fc.integer({ min: 1, max: 20 });
  await fc.assert(
    fc.asyncProperty(side, side, async (rows, columns) => {
      const { gray } = await pictureOf(png(interlaced(rows, columns), { rows, columns, interlaced: 1 }));
      expect(gray).toEqual(Uint8Array.from({ length: rows * columns }, (_, k) => k));
    }),
    { seed: 1, numRuns: 50 },
  );
});

const JPEG = stored('a gray JPEG');

/** A JPEG with other bytes at the start of its frame: the marker, precision, rows and columns. */
function framed(change: Readonly<Record<number, number>>): Uint8Array {
  const at = JPEG.findIndex((byte, k) => byte === 0xff && JPEG[k + 1] === 0xc0);
  return Object.entries(change).reduce((file, [place, byte]) => file.with(at + Number(place), byte), JPEG);
}

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'This is neither PNG nor JPEG, by its first bytes.'],
  ['a GIF', new TextEncoder().encode('GIF89a'), 'This is neither PNG nor JPEG, by its first bytes.'],
  [
    'a bomb by the header of a PNG',
    png(ROWS, { rows: 60_000, columns: 60_000 }),
    'it has 60000 × 60000 pixels, but at',
  ],
  ['a bomb by the header of a JPEG', framed({ 5: 0xea, 6: 0x60, 7: 0xea, 8: 0x60 }), 'it has 60000 × 60000 pixels'],
  ['a bomb by the pixels of a PNG', png(new Uint8Array(1e6)), 'unpack to more than the 6 bytes that its header calls'],
  ['a PNG without rows', png([], { rows: 0 }), 'By its header it has 0 × 2 pixels, so it is damaged.'],
  ['a JPEG without columns', framed({ 7: 0, 8: 0 }), 'By its header it has 22 × 0 pixels, so it is damaged.'],
  ['a PNG with too few pixels', png([0, 1, 2]), 'its header calls for 6 bytes of pixels, but 3 are there.'],
  ['a PNG cut short', png(ROWS).subarray(0, 50), 'It is cut short: it ends before its last chunk, IEND.'],
  ['a PNG of its first bytes', png(ROWS).subarray(0, 8), 'It is cut short: it ends before its last chunk, IEND.'],
  ['a PNG with a byte changed', png(ROWS).with(45, 9), 'Its compressed data are cut short or damaged'],
  ['a PNG with a size changed', png(ROWS, { colour: 6, columns: 1 }).with(25, 0), 'its header calls for'],
  ['a PNG of 3 bits', png(ROWS, { depth: 3 }), 'no PNG has 3 bits a channel with colour type 0.'],
  ['a PNG with a strange filter', png(ROWS.with(0, 9)), 'It is damaged (Unsupported filter: 9).'],
  ['a PNG of 1 bit, interlaced', png([0, 0], { depth: 1, interlaced: 1 }), 'It is interlaced with 1 bits a pixel'],
  ['a PNG with a chunk that nobody knows', png(ROWS, { more: chunk('PLUS', [1]) }), 'no PNG has a chunk PLUS'],
  ['a palette that is missing', png(ROWS, { colour: 3 }), 'its colours are numbers of a palette, but it has none.'],
  [
    'a colour outside of the palette',
    png(ROWS, { colour: 3, more: chunk('PLTE', [1, 2, 3]) }),
    'a pixel has colour 10 of a palette of 1.',
  ],
  ['a JPEG cut short', JPEG.subarray(0, JPEG.length - 9), 'It is cut short: it ends before its end marker, FF D9.'],
  ['a JPEG of its first bytes', JPEG.subarray(0, 4), 'It is cut short: it ends before its end marker, FF D9.'],
  ['a lossless JPEG', framed({ 1: 0xc3 }), 'It is coded in a rare way (SOF3, 8 bits), which is not read.'],
  ['a JPEG of 12 bits', framed({ 4: 12 }), 'It is coded in a rare way (SOF0, 12 bits), which is not read.'],
  ['a JPEG without a frame', framed({ 1: 0xfe }), 'a JPEG has one frame, but this one has 0.'],
  [
    'a JPEG without tables',
    JPEG.map((byte, k) => (byte === 0xc4 && JPEG[k - 1] === 0xff ? 0xfe : byte)),
    'It is damaged (',
  ],
  ['an empty sheet', png(ROWS.with(2, 10).with(4, 10).with(5, 10)), 'There is no ink in this picture of 2 × 2 pixels'],
])('%s is refused', async (_, file, message) => {
  await expect(decodeDigit(file)).rejects.toThrow(message);
});

test('a bomb is refused before it takes memory', async () => {
  const bomb = png(new Uint8Array(120e6));
  const before = process.memoryUsage.rss();
  await expect(decodeDigit(bomb)).rejects.toThrow('unpack to more than the 6 bytes');
  expect(process.memoryUsage.rss() - before).toBeLessThan(80e6);
});
