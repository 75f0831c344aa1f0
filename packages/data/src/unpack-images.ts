import type { Dataset } from './dataset.ts';
import { inflated } from './inflated.ts';
import { HEADER_BYTES, parseHeader } from './packed-header.ts';

/**
 * The dataset that packImages packed, the same to the bit, in Node and in pages. A file that is cut short, damaged, of
 * another kind or of a newer version is an error, before it has unpacked to more than its header calls for; and no
 * header may call for more than 67 million pixels.
 */
export async function unpackImages(file: Uint8Array): Promise<Dataset> {
  const { classes, rows, columns, images } = parseHeader(file);
  const width = rows * columns;
  const pixels = images * width;
  const bytes = await inflated(file.subarray(HEADER_BYTES), 'gzip', images + 2 * pixels + 1).catch((reason) => {
    throw damaged((reason as Error).message);
  });
  const labels = bytes.slice(0, images);
  if (labels.length < images) throw damaged(`They are ${images} images, but have ${labels.length} labels.`);
  const most = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  if (most !== classes) throw damaged(`They have ${classes} classes by their header, but ${most} by their labels.`);
  return { features: featuresOf(bytes.subarray(images), pixels), labels, width, shape: [rows, columns] };
}

/** Each gray as a feature, from the runs of paper and ink and then the ink. */
function featuresOf(bytes: Uint8Array, pixels: number): Float32Array {
  const runs = runsIn(bytes, pixels);
  const features = new Float32Array(pixels);
  let ink = runs;
  let at = 0;
  for (let k = 0; k < runs; k++) {
    const end = at + bytes[k];
    if (k % 2 === 0) at = end;
    else while (at < end) features[at++] = bytes[ink++] / 255;
  }
  return features;
}

/** How many runs come to so many pixels, when what follows is their ink and nothing else. */
function runsIn(bytes: Uint8Array, pixels: number): number {
  let runs = 0;
  let ink = 0;
  let covered = 0;
  for (; covered < pixels && runs < bytes.length; runs++) {
    covered += bytes[runs];
    if (runs % 2 === 1) ink += bytes[runs];
  }
  if (covered !== pixels) throw damaged(`Their runs come to ${covered} pixels, but their header calls for ${pixels}.`);
  if (bytes.length !== runs + ink)
    throw damaged(`Their runs call for ${ink} grays of ink, but ${bytes.length - runs} follow them.`);
  return runs;
}

const damaged = (fact: string): Error =>
  new Error(`These packed images are damaged: ${fact} Load them again, or pack them anew.`);
