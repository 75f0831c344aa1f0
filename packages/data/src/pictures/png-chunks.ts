/** What the first chunk of a PNG says (W3C PNG, 11.2.1 IHDR). */
export interface PngHeader {
  readonly columns: number;
  readonly rows: number;
  /** Bits of a channel. */
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

/** The chunks that decide the pixels; all others are left out, so that nothing of them need be unpacked or trusted. */
const WANTED = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

/** For each colour type: the channels, and the bits that one may have. */
export const COLOURS: Readonly<Record<number, { readonly channels: number; readonly depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

/** The header of a PNG, its compressed pixels, and the same file with nothing but what decides the pixels. */
export function pngChunks(bytes: Uint8Array) {
  const chunks = chunksOf(bytes);
  // A capital letter begins the name of what must be understood.
  const strange = chunks.find(({ type }) => /^[A-Z]/.test(type) && !WANTED.includes(type));
  if (strange) throw new Error(`It is damaged: no PNG has a chunk ${strange.type} that decides its pixels.`);
  const wanted = chunks.filter(({ type }) => WANTED.includes(type));
  return {
    header: headerOf(chunks[0]),
    pixels: joined(wanted.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
    plain: joined([bytes.subarray(0, SIGNATURE), ...wanted.map(({ whole }) => whole)]),
  };
}

const SIGNATURE = 8;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** With its length, type and checksum. */
  readonly whole: Uint8Array;
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE; chunks.at(-1)?.type !== 'IEND'; ) {
    const length = at + 8 <= bytes.length ? view.getUint32(at) : 0;
    const end = at + 12 + length;
    if (end > bytes.length) throw new Error('It is cut short: it ends before its last chunk, IEND.');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}

function headerOf({ type, data }: Chunk): PngHeader {
  if (type !== 'IHDR' || data.length !== 13)
    throw new Error('It is damaged: a PNG begins with a chunk IHDR of 13 bytes, which says its size.');
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const [depth, colour] = [data[8], data[9]];
  if (!COLOURS[colour]?.depths.includes(depth))
    throw new Error(`It is damaged: no PNG has ${depth} bits a channel with colour type ${colour}.`);
  return { columns: view.getUint32(0), rows: view.getUint32(4), depth, colour, interlaced: data[12] !== 0 };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((start, part) => {
    bytes.set(part, start);
    return start + part.length;
  }, 0);
  return bytes;
}
