/** Pixels as a decoder gives them: one to four numbers each, gray or red, green and blue, and with an even number the opacity. */
export interface Raster {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly data: ArrayLike<number>;
  /** The largest value of a channel. */
  readonly white: number;
  /** The one colour that is transparent. */
  readonly clear?: ArrayLike<number>;
}

/** Luma of each pixel (ITU-R BT.601) in bytes, over white paper where it is transparent. */
export function luma({ rows, columns, channels, data, white, clear }: Raster): Uint8Array {
  const colours = channels < 3 ? 1 : 3;
  const gray = new Uint8Array(rows * columns);
  for (let k = 0; k < gray.length; k++) {
    const at = k * channels;
    const value = colours === 1 ? data[at] : 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
    const alpha = channels > colours ? data[at + colours] / white : isClear(at) ? 0 : 1;
    gray[k] = Math.round(255 * (alpha * (value / white) + 1 - alpha));
  }
  return gray;

  function isClear(at: number): boolean {
    if (!clear) return false;
    for (let j = 0; j < colours; j++) if (data[at + j] !== clear[j]) return false;
    return true;
  }
}
