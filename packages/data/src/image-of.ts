import type { Dataset } from './dataset.ts';

type Shape = readonly [rows: number, columns: number];

/** The shape of a dataset's images, for a step that needs neighbouring pixels. */
export function imageOf(step: string, { shape }: Dataset): Shape {
  if (!shape)
    throw new Error(
      `${step} needs the rows and columns of an image, but these features are no longer its pixels. ` +
        `Let ${step} stand before blocks, pca and screen; a dataset of images made by hand says its shape, as in shape: [28, 28].`,
    );
  return shape;
}

/** An error if data have another shape than the images that the step was fitted to. */
export function checkImage(step: string, [rows, columns]: Shape, { shape }: Dataset): void {
  if (shape && (shape[0] !== rows || shape[1] !== columns))
    throw new Error(
      `${step} was fitted to images of ${rows} × ${columns} pixels, but was given ${shape[0]} × ${shape[1]}.`,
    );
}
