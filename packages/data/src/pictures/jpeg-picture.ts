import jpeg from 'jpeg-js';
import { jpegHeader } from './jpeg-header.ts';
import { luma } from './luma.ts';
import { checkSize, decoded, type Picture } from './picture.ts';
import { turned } from './turned.ts';

/** The most memory that the decoder may take. */
const MEGABYTES = 1024;

/** The grays of a JPEG, baseline or progressive, gray or in colours, turned as its EXIF orientation says. */
export function jpegPicture(bytes: Uint8Array): Picture {
  const { rows, columns, orientation } = jpegHeader(bytes);
  checkSize(rows, columns);
  const { data } = decoded(() => jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: MEGABYTES }));
  return turned({ gray: luma({ rows, columns, channels: 4, data, white: 255 }), rows, columns }, orientation);
}
