/** How numbers from a table or an array are made pixels. */
export interface PixelOptions {
  /** Rows and columns of the image that a sample is. By default 784 numbers are 28 × 28, and others no image. */
  readonly shape?: readonly [rows: number, columns: number];
  /**
   * The number by which every feature is divided, so that ink is 1. By default 255 for images of whole numbers from 0
   * to 255 of which one is above 1, and otherwise 1: features as they are.
   */
  readonly white?: number;
}

/** The shape of samples of so many numbers, if they are images. */
export function shapeOf(width: number, shape?: PixelOptions['shape']): PixelOptions['shape'] {
  if (!shape) return width === 28 * 28 ? [28, 28] : undefined;
  const [rows, columns] = shape;
  if (!(rows >= 1) || rows * columns !== width)
    throw new Error(`An image of ${rows} × ${columns} pixels does not have ${width}, the numbers of a sample.`);
  return shape;
}

/** An error unless `white` can be divided by. */
export function checkWhite(white: number | undefined): void {
  if (white !== undefined && !(white > 0 && Number.isFinite(white)))
    throw new Error(`white is the number of full ink, finite and above 0, but is ${white}.`);
}

/** The features divided by `white`, in place. */
export function divideByWhite(features: Float32Array, isImage: boolean, white?: number): void {
  const divisor = white ?? (isImage && bytesAboveOne(features) ? 255 : 1);
  if (divisor !== 1) for (let k = 0; k < features.length; k++) features[k] /= divisor;
}

function bytesAboveOne(values: Float32Array): boolean {
  let greatest = 0;
  for (let k = 0; k < values.length; k++) {
    if (values[k] !== (values[k] & 255)) return false;
    if (values[k] > greatest) greatest = values[k];
  }
  return greatest > 1;
}
