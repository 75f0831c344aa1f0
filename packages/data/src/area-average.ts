import { crossed, type Share } from './weighted-sums.ts';

type Shape = readonly [rows: number, columns: number];

/** An image on another grid: each new cell is the mean of the pixels under it, each weighted by the area they share. */
export function areaAverage(from: Shape, to: Shape): (pixels: ArrayLike<number>) => Float64Array {
  const down = overlaps(from[0], to[0]);
  const across = overlaps(from[1], to[1]);
  // The shares of a cell are products, so lines are averaged along, and then across each other.
  return (pixels) => {
    const narrow = new Float64Array(from[0] * to[1]);
    for (let row = 0; row < from[0]; row++)
      for (let column = 0; column < to[1]; column++)
        for (const { pixel, share } of across[column])
          narrow[row * to[1] + column] += share * pixels[row * from[1] + pixel];
    const cells = new Float64Array(to[0] * to[1]);
    for (let row = 0; row < to[0]; row++)
      for (const { pixel, share } of down[row])
        for (let column = 0; column < to[1]; column++)
          cells[row * to[1] + column] += share * narrow[pixel * to[1] + column];
    return cells;
  };
}

/** For each cell of the new grid, row by row: the pixels under it, and what share of the cell each covers. */
export const areaShares = (from: Shape, to: Shape): readonly (readonly Share[])[] =>
  crossed(overlaps(from[0], to[0]), overlaps(from[1], to[1]), from[1]);

/** For each of `cells` along a line of `pixels`: the pixels under it, and what share of the cell each covers. */
function overlaps(pixels: number, cells: number): readonly (readonly Share[])[] {
  // In units of 1/(pixels · cells) of the line, every border is an integer, so that nothing is lost to rounding.
  return Array.from({ length: cells }, (_, cell) => {
    const [start, end] = [cell * pixels, (cell + 1) * pixels];
    const first = Math.floor(start / cells);
    return Array.from({ length: Math.ceil(end / cells) - first }, (_, k) => {
      const pixel = first + k;
      const shared = Math.min(end, (pixel + 1) * cells) - Math.max(start, pixel * cells);
      return { pixel, share: shared / pixels };
    });
  });
}
