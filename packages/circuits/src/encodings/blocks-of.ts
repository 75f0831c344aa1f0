import { checkNoMore } from '../check.ts';
/** An image, and the square blocks that are cut from it. */
export interface BlocksOptions {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The side of a block, in pixels: 2 if absent. */
  readonly size?: number;
  /** From the side of one block to that of the next, in pixels: the side of a block, so that none overlap, if absent. */
  readonly stride?: number;
}

/**
 * The places of the pixels of each block of an image, pixel (column, row) being at row·width + column. Blocks from left
 * to right and from top to bottom, and so the pixels in each. Blocks lie wholly within the image: pixels past the last
 * that fits are in none.
 */
export function blocksOf({
  width,
  height,
  size = 2,
  stride = size,
  ...more
}: BlocksOptions): readonly (readonly number[])[] {
  checkNoMore('blocksOf', more);
  for (const [name, value] of Object.entries({ width, height, size, stride }))
    if (!(Number.isInteger(value) && value >= 1))
      throw new Error(`blocksOf was given the ${name} ${value}. It takes a whole number of pixels from 1.`);
  if (size > Math.min(width, height))
    throw new Error(`A block of ${size} × ${size} pixels does not fit an image of ${width} × ${height}.`);
  const starts = (side: number) => places(Math.floor((side - size) / stride) + 1).map((k) => k * stride);
  return starts(height).flatMap((top) =>
    starts(width).map((left) =>
      places(size).flatMap((row) => places(size).map((column) => (top + row) * width + left + column)),
    ),
  );
}

const places = (length: number) => [...Array(length).keys()];
