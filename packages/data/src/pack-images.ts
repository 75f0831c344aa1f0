import { checkLengths, type Dataset } from './dataset.ts';
import { headerBytes } from './packed-header.ts';

/** The longest run that a byte can tell. */
const LONGEST = 255;

/**
 * Images in few bytes, for a page to load by unpackImages: a header (see packed-header.ts), then, gzipped, the labels,
 * the lengths of the runs of paper and ink in turn through all the pixels, and the gray values of the ink. A run longer
 * than 255 goes on after an empty one of the other kind. Some 2,000 digits of MNIST come to about 300 kB.
 * The features must be bytes / 255, as those of images are, so that nothing is lost.
 */
export async function packImages(data: Dataset): Promise<Uint8Array> {
  checkLengths(data);
  const { labels, shape } = data;
  if (!shape)
    throw new Error(
      'packImages packs images, but this dataset has no shape: its features are not, or no longer, pixels. ' +
        'Pack the images before any step; a dataset of images made by hand says its shape, as in shape: [28, 28].',
    );
  const classes = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const header = headerBytes({ classes, rows: shape[0], columns: shape[1], images: labels.length });
  const pixels = bytesOf(data);
  const parts = [labels, runsOf(pixels), pixels.filter((value) => value > 0)];
  const packed = new Blob(parts.map((part) => new Uint8Array(part)))
    .stream()
    .pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Blob([new Uint8Array(header), await new Response(packed).blob()]).arrayBuffer());
}

/** The bytes whose 255th parts the features are. */
function bytesOf({ features, width }: Dataset): Uint8Array {
  const bytes = new Uint8Array(features.length);
  for (let k = 0; k < bytes.length; k++) {
    bytes[k] = Math.round(255 * features[k]);
    if (Math.fround(bytes[k] / 255) !== features[k])
      throw new Error(
        `Feature ${k % width} of sample ${Math.floor(k / width)} is ${features[k]}, which is no byte / 255. ` +
          'packImages keeps the 256 grays of an image file and nothing else: pack the images before any step.',
      );
  }
  return bytes;
}

/** Lengths of runs of zeros and of others, in turn, zeros first. */
function runsOf(pixels: Uint8Array): Uint8Array {
  const runs = new Uint8Array(pixels.length + 1);
  let count = 0;
  let paper = true;
  for (let k = 0; k < pixels.length; paper = !paper) {
    const start = k;
    const end = Math.min(pixels.length, start + LONGEST);
    while (k < end && (pixels[k] === 0) === paper) k++;
    runs[count++] = k - start;
  }
  return runs.subarray(0, count);
}
