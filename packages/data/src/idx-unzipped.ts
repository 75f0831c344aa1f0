import { wrongLength } from './idx-damage.ts';
import { idxHeader, LONGEST_HEADER } from './idx-header.ts';

/** Deflate makes at most 1032 bytes of one: a match of 258 takes two bits (RFC 1951, section 3.2.5). */
const MOST_FROM_ONE = 1032;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The bytes of a gzipped IDX file, in memory that is taken once and only for what its header can truly announce. */
export async function unzippedIdx(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const reader = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    return await unzipped(reader, bytes.length, limit);
  } finally {
    // After an error the rest is not unpacked.
    reader.cancel().catch(() => {});
  }
}

async function unzipped(reader: Reader, zippedLength: number, limit: number): Promise<Uint8Array> {
  let beginning = new Uint8Array();
  while (beginning.length < LONGEST_HEADER) {
    const piece = await next(reader);
    if (!piece) return beginning;
    beginning = Uint8Array.from([...beginning, ...piece]);
  }
  const header = idxHeader(beginning);
  if (header.length > MOST_FROM_ONE * zippedLength)
    throw new Error(
      `The header says ${header.shape.join(' × ')} bytes, more than ${zippedLength} bytes of gzip can hold: ` +
        'the file is cut short or damaged. Download it again, as binary.',
    );
  if (header.length > limit)
    throw new Error(
      `Unpacked, this file has ${header.length} bytes, but the limit is ${limit}. Give a higher limit if it is to be read.`,
    );
  const file = new Uint8Array(header.length);
  let end = 0;
  for (let piece: Uint8Array | undefined = beginning; piece; piece = await next(reader)) {
    if (end + piece.length > file.length) throw wrongLength(header, file, 'more follow it');
    file.set(piece, end);
    end += piece.length;
  }
  return file.subarray(0, end);
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function next(reader: Reader): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value;
  } catch (reason) {
    throw new Error(
      `A gzipped IDX file could not be unpacked (${reason instanceof Error ? reason.message : reason}): ` +
        'it is cut short, damaged, or has bytes after its end. Download it again, as binary.',
    );
  }
}
