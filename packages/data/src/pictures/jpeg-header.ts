/** What the segments of a JPEG say before its pixels are decoded. */
export interface JpegHeader {
  readonly rows: number;
  readonly columns: number;
  /** As EXIF numbers it: 1 as stored, up to 8. */
  readonly orientation: number;
}

/** Start of frame of the three codings that are decoded: baseline, extended and progressive. */
const DECODED = [0xc0, 0xc1, 0xc2];

const [START_OF_SCAN, EXIF, END] = [0xda, 0xe1, 0xd9];

/**
 * The size and orientation of a JPEG, from its segments (ITU-T T.81, annex B). An error unless there is one frame of a
 * coding that is decoded and the file goes on to its end: a decoder would make gray of what is missing.
 */
export function jpegHeader(bytes: Uint8Array): JpegHeader {
  const segments = segmentsOf(bytes);
  const frames = segments.filter(({ marker }) => isFrame(marker));
  if (frames.length !== 1) throw new Error(`It is damaged: a JPEG has one frame, but this one has ${frames.length}.`);
  const [{ marker, data }] = frames;
  const [bits, high, low, wide, narrow] = data;
  if (!DECODED.includes(marker) || bits !== 8)
    throw new Error(
      `It is coded in a rare way (SOF${marker - DECODED[0]}, ${bits} bits), which is not read. Save it as an ordinary JPEG.`,
    );
  const exif = segments.find(({ marker, data }) => marker === EXIF && ascii(data, 0, 6) === 'Exif\0\0');
  return {
    rows: (high << 8) | low,
    columns: (wide << 8) | narrow,
    orientation: exif ? orientationIn(exif.data.subarray(6)) : 1,
  };
}

interface Segment {
  readonly marker: number;
  readonly data: Uint8Array;
}

/** SOF0 to SOF15, among which DHT, JPG and DAC have numbers. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function segmentsOf(bytes: Uint8Array): readonly Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff) throw new Error(`It is damaged: a marker should stand at byte ${at}.`);
    if (marker === END) return segments;
    if (marker === 0xff) at += 1;
    else {
      const end = at + 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
      segments.push({ marker, data: bytes.subarray(at + 4, end) });
      at = marker === START_OF_SCAN ? afterScan(bytes, end) : end;
    }
  }
  throw new Error('It is cut short: it ends before its end marker, FF D9.');
}

/** Where the next marker stands: in coded pixels, FF comes before 00, or numbers a restart. */
function afterScan(bytes: Uint8Array, start: number): number {
  let at = start;
  const goesOn = () => bytes[at] !== 0xff || bytes[at + 1] === 0 || (bytes[at + 1] >= 0xd0 && bytes[at + 1] <= 0xd7);
  while (at < bytes.length && goesOn()) at++;
  return at;
}

/** The tag Orientation among those of the picture (EXIF 2.3, 4.6), in either order of bytes; 1 if it is not there. */
function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const little = ascii(tiff, 0, 2) === 'II';
  const number = (at: number) => (at + 2 <= tiff.length ? view.getUint16(at, little) : 0);
  const start = tiff.length >= 8 ? view.getUint32(4, little) : 0;
  const tags = Array.from({ length: number(start) }, (_, k) => start + 2 + 12 * k);
  const orientation = tags.filter((at) => number(at) === 0x0112).map((at) => number(at + 8))[0];
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));
