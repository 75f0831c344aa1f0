import { checkClassNumbers } from './check-digits.ts';
import { classRows } from './class-rows.ts';
import type { Dataset } from './dataset.ts';
import type { Idx } from './idx.ts';

/**
 * The images of these digits, or of other classes from 0 to 255, in file order; a label is the place of its class in
 * `digits`, a feature byte / 255. With `range`, only images numbered from `from` up to, but not including, `to`.
 */
export function idxDataset(
  images: Idx,
  labels: Idx,
  digits: readonly number[],
  range?: readonly [from: number, to: number],
): Dataset {
  checkClassNumbers(digits);
  checkPair(images, labels);
  const [count, imageRows, columns] = images.shape;
  const [from, to] = range ?? [0, count];
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || from >= to || to > count)
    throw new Error(`A range of ${count} images takes 0 ≤ from < to ≤ ${count}, but was given [${from}, ${to}].`);
  const chosen = classRows(labels.data, digits, [from, to]);
  const width = imageRows * columns;
  const features = new Float32Array(chosen.rows.length * width);
  let end = 0;
  for (const row of chosen.rows)
    for (let j = row * width; j < (row + 1) * width; j++) features[end++] = images.data[j] / 255;
  return { features, labels: chosen.labels, width, shape: [imageRows, columns] };
}

function checkPair(images: Idx, labels: Idx): void {
  const exchanged = images.shape.length === 1 && labels.shape.length === 3;
  const hint = exchanged ? ' Images and labels seem to be exchanged.' : '';
  if (images.shape.length !== 3)
    throw new Error(
      `Images have three dimensions (number, rows, columns), but these have ${images.shape.length}.${hint}`,
    );
  if (labels.shape.length !== 1) throw new Error(`Labels have one dimension, but these have ${labels.shape.length}.`);
  if (labels.data.length !== images.shape[0])
    throw new Error(
      `There are ${images.shape[0]} images, but ${labels.data.length} labels. They must be files of one set.`,
    );
}
