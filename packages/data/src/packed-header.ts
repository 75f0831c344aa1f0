/** What the first 16 bytes of packed images say. */
export interface PackedHeader {
  /** One more than the largest label. */
  readonly classes: number;
  readonly rows: number;
  readonly columns: number;
  readonly images: number;
}

export const HEADER_BYTES = 16;

/** 0x89, which no text begins with, and HQI. */
const MAGIC = [0x89, 0x48, 0x51, 0x49];

const VERSION = 1;

/** The most pixels of one file: all of MNIST has 47 million. As features they take four times as many bytes. */
const MOST_PIXELS = 2 ** 26;

/** The magic, then version, classes, rows and columns in 16 bits each and the number of images in 32, big-endian. */
export function headerBytes(header: PackedHeader): Uint8Array {
  checkHeader(header);
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(4, VERSION);
  view.setUint16(6, header.classes);
  view.setUint16(8, header.rows);
  view.setUint16(10, header.columns);
  view.setUint32(12, header.images);
  return bytes;
}

/** The header of a file, or an error if its images cannot be read here. */
export function parseHeader(file: Uint8Array): PackedHeader {
  if (!MAGIC.every((byte, k) => file[k] === byte))
    throw new Error(
      'These are no packed images: they do not begin with 89 48 51 49. Give what packImages made, as binary and whole.',
    );
  if (file.length < HEADER_BYTES)
    throw new Error(
      `Packed images begin with ${HEADER_BYTES} bytes of header, but these are cut short at ${file.length}.`,
    );
  const view = new DataView(file.buffer, file.byteOffset, HEADER_BYTES);
  const version = view.getUint16(4);
  if (version !== VERSION)
    throw new Error(
      `These packed images have version ${version}, but only version ${VERSION} can be read. ` +
        'Use the release of @hqnn/data that packed them, or pack them anew.',
    );
  const [classes, rows, columns] = [view.getUint16(6), view.getUint16(8), view.getUint16(10)];
  const header = { classes, rows, columns, images: view.getUint32(12) };
  checkHeader(header);
  return header;
}

function checkHeader({ rows, columns, images }: PackedHeader): void {
  if (rows === 0 || columns === 0 || rows > 0xffff || columns > 0xffff)
    throw new Error(`Packed images have 1 to 65535 rows and columns, but these have ${rows} × ${columns}.`);
  if (images * rows * columns > MOST_PIXELS)
    throw new Error(
      `${images} images of ${rows} × ${columns} have ${images * rows * columns} pixels, ` +
        `but one file of packed images has at most ${MOST_PIXELS}. Part them into several.`,
    );
}
