import { type DecodedPng, decode } from 'fast-png';
import { inflated } from '../inflated.ts';
import { luma } from './luma.ts';
import { checkSize, decoded, type Picture } from './picture.ts';
import { COLOURS, type PngHeader, pngChunks } from './png-chunks.ts';

/** The colour type of pixels that are numbers of a palette. */
const INDEXED = 3;

/** The grays of a PNG of any depth and colour type; transparent pixels are white paper. */
export async function pngPicture(bytes: Uint8Array): Promise<Picture> {
  const { header, pixels, plain } = pngChunks(bytes);
  const { rows, columns, depth } = header;
  checkSize(rows, columns);
  if (header.interlaced && depth < 8)
    throw new Error(`It is interlaced with ${depth} bits a pixel, which is not read. Save it without interlacing.`);
  await checkPixels(header, pixels);
  const png = decoded(() => decode(plain, { checkCrc: true }));
  return { gray: luma({ rows, columns, ...raster(png, header) }), rows, columns };
}

/** The decoder takes as many bytes as there are, be it a few or a bomb: there must be as many as the header calls for. */
async function checkPixels({ rows, columns, depth, colour, interlaced }: PngHeader, pixels: Uint8Array): Promise<void> {
  const line = (width: number) => (width > 0 ? 1 + Math.ceil((width * COLOURS[colour].channels * depth) / 8) : 0);
  const passes = interlaced ? ADAM7 : [[0, 0, 1, 1]];
  const expected = passes.reduce(
    (sum, [top, left, down, across]) =>
      sum + Math.ceil((rows - top) / down) * line(Math.ceil((columns - left) / across)),
    0,
  );
  const { length } = await inflated(pixels, 'deflate', expected);
  if (length !== expected)
    throw new Error(`It is damaged: its header calls for ${expected} bytes of pixels, but ${length} are there.`);
}

/** The seven passes of an interlaced picture: first row, first column, and steps. */
const ADAM7 = [
  [0, 0, 8, 8],
  [0, 4, 8, 8],
  [4, 0, 8, 4],
  [0, 2, 4, 4],
  [2, 0, 4, 2],
  [0, 1, 2, 2],
  [1, 0, 2, 1],
];

function raster({ channels, data, palette, transparency }: DecodedPng, { rows, columns, depth, colour }: PngHeader) {
  const values = depth < 8 ? unpacked(data, columns * channels, rows, depth) : data;
  if (colour !== INDEXED)
    return { channels, data: values, white: 2 ** depth - 1, ...(transparency ? { clear: transparency } : {}) };
  if (!palette) throw new Error('It is damaged: its colours are numbers of a palette, but it has none.');
  const size = palette[0]?.length ?? 0;
  const colours = new Uint8Array(values.length * size);
  for (let k = 0; k < values.length; k++) {
    const colour = palette[values[k]];
    if (!colour) throw new Error(`It is damaged: a pixel has colour ${values[k]} of a palette of ${palette.length}.`);
    for (let j = 0; j < size; j++) colours[k * size + j] = colour[j] ?? 255;
  }
  return { channels: size, data: colours, white: 255 };
}

/** Values of 1, 2 or 4 bits, the first in the highest bits of a byte; each row begins a byte. */
function unpacked(packed: ArrayLike<number>, columns: number, rows: number, depth: number): Uint8Array {
  const bytes = Math.ceil((columns * depth) / 8);
  const values = new Uint8Array(rows * columns);
  for (let k = 0; k < values.length; k++) {
    const bit = (k % columns) * depth;
    const byte = packed[Math.floor(k / columns) * bytes + (bit >> 3)];
    values[k] = (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
  }
  return values;
}
