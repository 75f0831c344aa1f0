import type { Idx } from './idx.ts';

/** Images stored column by column, as those of EMNIST are, row by row; done twice, what they were. */
export function upright(images: Idx): Idx {
  const [count, columns, rows] = images.shape;
  if (images.shape.length !== 3)
    throw new Error(`Images have three dimensions (number, columns, rows), but these have ${images.shape.length}.`);
  const size = rows * columns;
  const from = Uint32Array.from({ length: size }, (_, k) => (k % columns) * rows + Math.floor(k / columns));
  const data = new Uint8Array(images.data.length);
  for (let start = 0; start < data.length; start += size)
    for (let k = 0; k < size; k++) data[start + k] = images.data[start + from[k]];
  return { shape: [count, rows, columns], data };
}
