/** What the first bytes of an IDX file say: its dimensions, where its data start, and how long it must be in all. */
export interface IdxHeader {
  readonly shape: readonly number[];
  readonly start: number;
  readonly length: number;
}

/** The bytes of a header of 255 dimensions. */
export const LONGEST_HEADER = 4 + 4 * 255;

/** What else a file may be, by its first bytes. */
const IMPOSTORS = [
  { bytes: [0x1f, 0xef, 0xbf, 0xbd], fact: 'It was gzipped once, but has been converted as if it were text.' },
  { bytes: [0x50, 0x4b], fact: 'It is a zip archive; the IDX files may be inside.' },
  { bytes: [0x3c], fact: 'It is a web page, as servers send when they do not have a file.' },
] as const;

/** The header at the beginning of `file`; an error if that is none. */
export function idxHeader(file: Uint8Array): IdxHeader {
  const [zero, zeroToo, type, dimensions] = file;
  if (file.length < 4 || zero !== 0 || zeroToo !== 0) {
    const impostor = IMPOSTORS.find(({ bytes }) => bytes.every((byte, k) => file[k] === byte));
    throw new Error(
      `An IDX file begins with two zero bytes, but this one begins with ${hex(file.subarray(0, 4))}.` +
        (impostor ? ` ${impostor.fact}` : ''),
    );
  }
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
  return { shape, start, length: start + shape.reduce((product, size) => product * size, 1) };
}

const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ') || 'nothing';
