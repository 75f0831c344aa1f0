import { crossed, type Share } from './weighted-sums.ts';

type Shape = readonly [rows: number, columns: number];

/**
 * Images on another grid, the value in the middle of each new cell read between the four pixels around it: to the bit
 * what TensorFlow's `tf.image.resize` gives by default (bilinear, half-pixel centres, no antialiasing, single
 * precision), so that a much coarser grid skips pixels. Beyond the outermost pixels' middles they are continued.
 */
export function bilinear(from: Shape, to: Shape): (features: Float32Array) => Float32Array {
  const [down, across] = [between(from[0], to[0]), between(from[1], to[1])];
  const columns = from[1];
  return (features) => {
    const width = from[0] * columns;
    const made = new Float32Array((features.length / width) * to[0] * to[1]);
    let end = 0;
    for (let start = 0; start < features.length; start += width)
      for (const { lower: top, upper: bottom, part: fall } of down) {
        const [above, below] = [start + top * columns, start + bottom * columns];
        for (const { lower, upper, part } of across) {
          const high = mixed(features[above + lower], features[above + upper], part);
          made[end++] = mixed(high, mixed(features[below + lower], features[below + upper], part), fall);
        }
      }
    return made;
  };
}

/** For each cell of the new grid, row by row: the pixels that it is read between, each with its weight. */
export const bilinearShares = (from: Shape, to: Shape): readonly (readonly Share[])[] =>
  crossed(between(from[0], to[0]).map(ends), between(from[1], to[1]).map(ends), from[1]);

/** A place between two pixels of a line, `part` of the way from one to the other. */
interface Between {
  readonly lower: number;
  readonly upper: number;
  readonly part: number;
}

const { fround, floor } = Math;

/** Where the middle of each of `cells` along a line of `pixels` lies. */
function between(pixels: number, cells: number): readonly Between[] {
  const scale = fround(pixels / cells);
  return Array.from({ length: cells }, (_, cell) => {
    const place = fround(fround((cell + 0.5) * scale) - 0.5);
    const lower = floor(place);
    return { lower: Math.max(lower, 0), upper: Math.min(Math.ceil(place), pixels - 1), part: fround(place - lower) };
  });
}

const ends = ({ lower, upper, part }: Between): readonly Share[] => [
  { pixel: lower, share: 1 - part },
  { pixel: upper, share: part },
];

/** a + (b − a) · part in single precision. */
const mixed = (a: number, b: number, part: number): number => fround(a + fround(fround(b - a) * part));
