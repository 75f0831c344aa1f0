import type { Dataset } from './dataset.ts';

/** Where a feature comes from. */
export interface Trace {
  /** What it is called, such as `pixel 3,14`, `cell 1,2` or `component 0`. */
  readonly name: string;
  /**
   * The pixels that it depends on, by their places in the first image, each with its weight: ∂feature/∂pixel as far as
   * the steps are linear. A step that is not, such as a threshold, passes the weights on, so that they tell shares;
   * what all pixels of an image decide together, such as Otsu's threshold or a norm, is left out.
   */
  readonly pixels: ReadonlyMap<number, number>;
}

/** What traces begin from: the pixels of an image, or features that are no image. */
export function traces({ shape, width }: Pick<Dataset, 'shape' | 'width'>): readonly Trace[] {
  const name = (k: number) => (shape ? placeName('pixel', k, shape) : `feature ${k}`);
  return Array.from({ length: width }, (_, k) => ({ name: name(k), pixels: new Map([[k, 1]]) }));
}

/** The row and column of a place in an image, as in `cell 1,2`. */
export const placeName = (what: string, k: number, [, columns]: readonly [rows: number, columns: number]): string =>
  `${what} ${Math.floor(k / columns)},${k % columns}`;

/** A sum of features, each with a weight. */
export function combined(name: string, parts: Iterable<readonly [trace: Trace, weight: number]>): Trace {
  const pixels = new Map<number, number>();
  for (const [trace, weight] of parts)
    for (const [pixel, share] of trace.pixels) pixels.set(pixel, (pixels.get(pixel) ?? 0) + weight * share);
  return { name, pixels: new Map([...pixels].filter(([, weight]) => weight !== 0)) };
}

/** The same feature in another unit. */
export const scaledBy = (trace: Trace, weight: number): Trace => combined(trace.name, [[trace, weight]]);
