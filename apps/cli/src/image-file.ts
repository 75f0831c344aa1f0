import { readFile } from 'node:fs/promises';
import { digitImage } from '@hqnn/data';
import { decode as decodePng } from 'fast-png';
import jpeg from 'jpeg-js';

/** Pixels as they come: one byte a channel, one to four channels. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: ArrayLike<number>;
  /** The largest value of a channel. */
  readonly white: number;
}

/** The decoders, each with the bytes that its files begin with. */
const FORMATS = [
  {
    magic: [0x89, 0x50, 0x4e, 0x47],
    decode: (bytes: Uint8Array): Pixels => {
      const { width, height, channels, data, depth, palette } = decodePng(bytes);
      const values = depth < 8 ? unpacked(data, width * channels, height, depth) : data;
      if (!palette) return { width, height, channels, data: values, white: 2 ** depth - 1 };
      const colours = Array.from(values).flatMap((index) => [...palette[index]]);
      return { width, height, channels: palette[0].length, data: colours, white: 255 };
    },
  },
  {
    magic: [0xff, 0xd8, 0xff],
    decode: (bytes: Uint8Array): Pixels => ({ ...jpeg.decode(bytes, { useTArray: true }), channels: 4, white: 255 }),
  },
];

/** 784 pixels from 0 to 1 as MNIST has them, from a picture of a digit. */
export async function readDigit(path: string): Promise<Float32Array> {
  const bytes = await readFile(path).catch(() => {
    throw new Error(`There is no image ${path}. Give a PNG or JPEG file, or the number of an image in the run's data.`);
  });
  const format = FORMATS.find(({ magic }) => magic.every((byte, k) => bytes[k] === byte));
  if (!format) throw new Error(`${path} is neither PNG nor JPEG, by its first bytes. Convert it to one of them.`);
  try {
    const pixels = format.decode(bytes);
    return digitImage(gray(pixels), pixels.height, pixels.width);
  } catch (error) {
    throw new Error(`${path} cannot be read as a digit: ${(error as Error).message} Give another picture.`);
  }
}

/** Values of 1, 2 or 4 bits, the first in the highest bits of a byte; each row begins a byte. */
function unpacked(packed: ArrayLike<number>, columns: number, rows: number, depth: number): Uint8Array {
  const bytes = Math.ceil((columns * depth) / 8);
  return Uint8Array.from({ length: rows * columns }, (_, k) => {
    const bit = (k % columns) * depth;
    const byte = packed[Math.floor(k / columns) * bytes + (bit >> 3)];
    return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
  });
}

/** Luma of each pixel (ITU-R BT.601), transparent ones as white paper. */
function gray({ width, height, channels, data, white }: Pixels): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, k) => {
    const at = (channel: number) => data[k * channels + channel] / white;
    const luma = channels < 3 ? at(0) : 0.299 * at(0) + 0.587 * at(1) + 0.114 * at(2);
    const alpha = channels % 2 === 0 ? at(channels - 1) : 1;
    return Math.round(255 * (alpha * luma + 1 - alpha));
  });
}
