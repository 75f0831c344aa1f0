import { checkDigits } from './check-digits.ts';
import type { Dataset } from './dataset.ts';

/** The bytes of an IDX file and its dimensions, the format of MNIST and its relatives. */
export interface Idx {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/** What an IDX file of unsigned bytes holds, gzipped or not: 00 00 08, the number of dimensions, each as 32 bits, the data. */
export async function parseIdx(bytes: Uint8Array): Promise<Idx> {
  const file = bytes[0] === 0x1f && bytes[1] === 0x8b ? await unzipped(bytes) : bytes;
  const [zero, zeroToo, type, dimensions] = file;
  if (file.length < 4 || zero !== 0 || zeroToo !== 0)
    throw new Error(`An IDX file begins with two zero bytes, but this one begins with ${hex(file.subarray(0, 4))}.`);
  if (type !== 0x08)
    throw new Error(`An IDX file of images or labels has type 08, unsigned bytes, but this one has ${hex([type])}.`);
  if (dimensions === 0) throw new Error('An IDX file has one dimension or more, but this one has none.');
  const start = 4 + 4 * dimensions;
  if (file.length < start)
    throw new Error(
      `An IDX file of ${dimensions} dimensions says their sizes in its first ${start} bytes, ` +
        `but this one has ${file.length} bytes.`,
    );
  const view = new DataView(file.buffer, file.byteOffset, start);
  const shape = Array.from({ length: dimensions }, (_, k) => view.getUint32(4 + 4 * k));
  const data = file.subarray(start);
  checkLength(shape, data);
  return { shape, data };
}

/**
 * The images of these digits in file order; a label is the digit's place in `digits`, a feature byte / 255.
 * With `range`, only images numbered from `from` up to, but not including, `to`.
 */
export function idxDataset(
  images: Idx,
  labels: Idx,
  digits: readonly number[],
  range?: readonly [from: number, to: number],
): Dataset {
  checkDigits(digits);
  const [count, rows, columns] = images.shape;
  if (images.shape.length !== 3)
    throw new Error(`Images have three dimensions (number, rows, columns), but these have ${images.shape.length}.`);
  if (labels.shape.length !== 1) throw new Error(`Labels have one dimension, but these have ${labels.shape.length}.`);
  if (labels.data.length !== count)
    throw new Error(`There are ${count} images, but ${labels.data.length} labels. They must be files of one set.`);
  const [from, to] = range ?? [0, count];
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || from >= to || to > count)
    throw new Error(`A range of ${count} images takes 0 ≤ from < to ≤ ${count}, but was given [${from}, ${to}].`);
  const places = labels.data.subarray(from, to);
  const missing = digits.find((digit) => !places.includes(digit));
  if (missing !== undefined)
    throw new Error(`Digit ${missing} does not occur among the labels of images ${from} to ${to - 1}.`);

  const width = rows * columns;
  const chosen = [...places.keys()].map((k) => from + k).filter((row) => digits.includes(labels.data[row]));
  const features = new Float32Array(chosen.length * width);
  chosen.forEach((row, k) => {
    for (let j = 0; j < width; j++) features[k * width + j] = images.data[row * width + j] / 255;
  });
  const classes = Uint8Array.from(chosen, (row) => digits.indexOf(labels.data[row]));
  return { features, labels: classes, width, shape: [rows, columns] };
}

async function unzipped(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (reason) {
    throw new Error(
      `A gzipped IDX file could not be unpacked (${reason instanceof Error ? reason.message : reason}): ` +
        'it is cut short, damaged, or has bytes after its end. Download it again, as binary.',
    );
  }
}

function checkLength(shape: readonly number[], data: Uint8Array): void {
  const expected = shape.reduce((product, size) => product * size, 1);
  if (data.length === expected) return;
  const fact = `The header says ${shape.join(' × ')} bytes, but ${data.length} follow it: `;
  const { lf, crlf } = lineEndings(data);
  if (data.length < expected)
    throw new Error(
      fact +
        (lf > 0 && crlf === 0
          ? 'the file is cut short, or a conversion of line endings has turned every 0D 0A into 0A. Download it again, as binary.'
          : 'the file is cut short. Download it again.'),
    );
  throw new Error(
    fact +
      (lf > 0 && crlf === lf
        ? 'every 0A stands after a 0D, so a conversion of line endings has damaged the file. Download it again, as binary.'
        : `${data.length - expected} too many. Download it again.`),
  );
}

function lineEndings(data: Uint8Array): { readonly lf: number; readonly crlf: number } {
  let lf = 0;
  let crlf = 0;
  for (let k = 0; k < data.length; k++) {
    if (data[k] !== 0x0a) continue;
    lf++;
    if (data[k - 1] === 0x0d) crlf++;
  }
  return { lf, crlf };
}

const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ') || 'nothing';
