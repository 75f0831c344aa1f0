/** A picture in gray, 0 black to 255 white, row by row from the top left. */
export interface Picture {
  readonly gray: Uint8Array;
  readonly rows: number;
  readonly columns: number;
}

/** The most pixels that are read: a camera's picture, not a bomb. Decoding takes up to 40 bytes a pixel. */
const MOST_PIXELS = 25e6;

/** An error unless a picture that has this size by its header may be decoded. */
export function checkSize(rows: number, columns: number): void {
  if (rows === 0 || columns === 0)
    throw new Error(`By its header it has ${rows} × ${columns} pixels, so it is damaged.`);
  if (rows * columns > MOST_PIXELS)
    throw new Error(
      `By its header it has ${rows} × ${columns} pixels, but at most ${MOST_PIXELS / 1e6} million are read. Make it smaller.`,
    );
}

/** What a library decodes; its errors, of whatever class, as ours. */
export function decoded<Result>(decode: () => Result): Result {
  try {
    return decode();
  } catch (reason) {
    throw new Error(`It is damaged (${(reason as Error).message}).`);
  }
}
