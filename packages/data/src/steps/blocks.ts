import type { Step } from '../dataset.ts';
import { broken, count, imageShape } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { stepKind } from '../step-kind.ts';

export const blocksKind = stepKind({
  step: 'blocks',
  fields: { image: imageShape, size: count, stride: count },
  apply({ image, size, stride, width }) {
    const pixels = Int32Array.from(pixelsOfBlocks(image, size, stride));
    return (data) => {
      checkImage('blocks', image, data);
      const features = new Float32Array(data.labels.length * pixels.length);
      let end = 0;
      for (let start = 0; start < data.features.length; start += width)
        for (const pixel of pixels) features[end++] = data.features[start + pixel];
      return { features, labels: data.labels, width: pixels.length };
    };
  },
  trace:
    ({ image, size, stride }) =>
    (from) =>
      pixelsOfBlocks(image, size, stride).map((pixel, k) => ({
        ...from[pixel],
        name: `${from[pixel].name} in block ${Math.floor(k / size ** 2)}`,
      })),
});

/**
 * The pixels of each `size` × `size` block, block after block, row by row within a block.
 * Blocks lie whole inside the image: pixels beyond the last are left out.
 */
export function blocks({ size, stride = size }: { readonly size: number; readonly stride?: number }): Step {
  count(size, 'blocks.size');
  count(stride, 'blocks.stride');
  return (train) => {
    const image = imageOf('blocks', train);
    const most = Math.min(...image);
    if (size > most) throw broken('blocks.size', `at most ${most} for images of ${image.join(' × ')} pixels`, size);
    return blocksKind.fitted({ width: train.width, image, size, stride });
  };
}

function pixelsOfBlocks([rows, columns]: readonly [number, number], size: number, stride: number): readonly number[] {
  const starts = (length: number) =>
    Array.from({ length: Math.floor((length - size) / stride) + 1 }, (_, k) => k * stride);
  const offsets = Array.from({ length: size * size }, (_, k) => Math.floor(k / size) * columns + (k % size));
  return starts(rows).flatMap((top) =>
    starts(columns).flatMap((left) => offsets.map((offset) => top * columns + left + offset)),
  );
}
