import { copyShifted, type Shift } from '../copy-shifted.ts';
import type { Dataset, Step } from '../dataset.ts';
import { broken, count, flag, imageShape, number, orNull, record } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { random } from '../random.ts';
import { stepKind } from '../step-kind.ts';

/** Which shifted copies of the training images are added: all, or so many of each image, drawn at random. */
export type AugmentOptions = {
  /** The most rows or columns that an image is moved by. */
  readonly shift?: number;
  /** Whether also in both directions at once. */
  readonly diagonal?: boolean;
} & ({ readonly copies?: never; readonly seed?: never } | { readonly copies: number; readonly seed: number });

const draw = record({ copies: count, seed: number });

const fields = { image: imageShape, shift: count, diagonal: flag, drawn: orNull(draw) };

export const augmentKind = stepKind({
  step: 'augment',
  fields,
  apply:
    ({ image }) =>
    (data) => {
      checkImage('augment', image, data);
      return data;
    },
  training({ image, shift, diagonal, drawn }) {
    const all = shiftsOf(shift, diagonal);
    if (drawn && drawn.copies > all.length)
      throw broken('augment.copies', `at most ${all.length}, the different shifts`, drawn.copies);
    return (data) => {
      checkImage('augment', image, data);
      if (!drawn) return withShifts(data, image, all.length, (_, copy) => all[copy]);
      const { shuffled } = random(drawn.seed, 'augment');
      const chosen = Array.from(data.labels, () => shuffled(all).slice(0, drawn.copies));
      return withShifts(data, image, drawn.copies, (row, copy) => chosen[row][copy]);
    };
  },
});

/**
 * Training images, and after them copies moved by up to `shift` pixels in every direction, with 0 coming in at the edge;
 * unseen data stay as they are. The order: all images as they were; all of them moved up and to the left; and so on, row
 * by row of shifts, to down and to the right. That is eight copies for `shift` 1, four without the diagonals, and so
 * many times the memory; `copies` draws that many different shifts for each image instead. It stands before the steps
 * that scale, where paper is 0.
 */
export function augment({ shift = 1, diagonal = true, copies, seed }: AugmentOptions = {}): Step {
  count(shift, 'augment.shift');
  flag(diagonal, 'augment.diagonal');
  const drawn = copies === undefined ? null : { copies: count(copies, 'augment.copies'), seed };
  if (drawn) random(drawn.seed);
  return (train) => {
    const image = imageOf('augment', train);
    if (shift >= Math.min(...image))
      throw broken('augment.shift', `less than ${Math.min(...image)}, the pixels of the image's shorter side`, shift);
    return augmentKind.fitted({ width: train.width, image, shift, diagonal, drawn });
  };
}

/** Every shift of up to so many pixels but none, row by row. */
function shiftsOf(most: number, diagonal: boolean): readonly Shift[] {
  const along = Array.from({ length: 2 * most + 1 }, (_, k) => k - most);
  return along
    .flatMap((down) => along.map((right): Shift => [down, right]))
    .filter(([down, right]) => (down !== 0 || right !== 0) && (diagonal || down === 0 || right === 0));
}

function withShifts(
  data: Dataset,
  image: readonly [rows: number, columns: number],
  copies: number,
  shiftOf: (row: number, copy: number) => Shift,
): Dataset {
  const { width } = data;
  const samples = data.labels.length;
  const features = new Float32Array((copies + 1) * samples * width);
  const labels = new Uint8Array((copies + 1) * samples);
  features.set(data.features);
  labels.set(data.labels);
  for (let copy = 0; copy < copies; copy++) {
    const first = (copy + 1) * samples;
    labels.set(data.labels, first);
    for (let row = 0; row < samples; row++)
      copyShifted(data.features, row * width, features, (first + row) * width, image, shiftOf(row, copy));
  }
  return { ...data, features, labels };
}
