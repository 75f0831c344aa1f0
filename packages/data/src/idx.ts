import { checkLength } from './idx-damage.ts';
import { idxHeader } from './idx-header.ts';
import { isGzip, unzippedIdx } from './idx-unzipped.ts';

/** The bytes of an IDX file and its dimensions, the format of MNIST and its relatives. */
export interface Idx {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/**
 * What an IDX file of unsigned bytes holds, gzipped or not: 00 00 08, the number of dimensions, each as 32 bits, the data.
 * Unpacking stops at the first byte more than the header announces, and does not begin if that is above `limit` bytes;
 * a file that is not gzipped is not copied.
 */
export async function parseIdx(bytes: Uint8Array, { limit = 2 ** 30 }: { readonly limit?: number } = {}): Promise<Idx> {
  const file = isGzip(bytes) ? await unzippedIdx(bytes, limit) : bytes;
  const header = idxHeader(file);
  checkLength(header, file);
  return { shape: header.shape, data: file.subarray(header.start) };
}
