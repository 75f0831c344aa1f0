import { digitImage } from '../digit-image.ts';
import { jpegPicture } from './jpeg-picture.ts';
import type { Picture } from './picture.ts';
import { pngPicture } from './png-picture.ts';

/** The formats, each with the bytes that its files begin with. */
const FORMATS: readonly {
  readonly magic: readonly number[];
  readonly read: (bytes: Uint8Array) => Picture | Promise<Picture>;
}[] = [
  { magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], read: pngPicture },
  { magic: [0xff, 0xd8, 0xff], read: jpegPicture },
];

/**
 * 784 numbers from 0 to 1 as MNIST has them (see digitImage), from the bytes of a PNG or JPEG file with one digit on it.
 * At most 25 million pixels are read; a larger picture is refused by its header, and one that is damaged or cut short
 * is an error.
 */
export async function decodeDigit(bytes: Uint8Array): Promise<Float32Array> {
  const { gray, rows, columns } = await pictureOf(bytes);
  return digitImage(gray, rows, columns);
}

/** The grays of a PNG or JPEG file. */
export async function pictureOf(bytes: Uint8Array): Promise<Picture> {
  const format = FORMATS.find(({ magic }) => magic.every((byte, k) => bytes[k] === byte));
  if (!format) throw new Error('This is neither PNG nor JPEG, by its first bytes. Convert it to one of them.');
  return format.read(bytes);
}
