import { open } from 'node:fs/promises';

/** The largest file that is read, in megabytes: no picture of a digit needs more. */
const MEGABYTES = 64;

/** 784 numbers from 0 to 1 as MNIST has them, from a PNG or JPEG file with one digit on it: see decodeDigit. */
export async function readDigitImage(path: string): Promise<Float32Array> {
  const bytes = await bytesOf(path);
  // Only now: whoever reads no picture need not load the decoders.
  const { decodeDigit } = await import('../pictures/decode-digit.ts');
  try {
    return await decodeDigit(bytes);
  } catch (error) {
    throw new Error(`${path} cannot be read as a digit: ${(error as Error).message}`);
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => {
    throw new Error(`There is no picture ${path}. Give a PNG or JPEG file.`);
  });
  try {
    const { size } = await file.stat();
    if (size > MEGABYTES * 1e6)
      throw new Error(
        `${path} has ${size} bytes, but at most ${MEGABYTES} million are read. Make the picture smaller.`,
      );
    return await file.readFile();
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EISDIR'
      ? new Error(`${path} is a folder. Give a PNG or JPEG file.`)
      : error;
  } finally {
    await file.close();
  }
}
