type Shape = readonly [rows: number, columns: number];

/** An image on another grid: each new cell is the mean of the pixels under it, each weighted by the area they share. */
export function areaAverage(from: Shape, to: Shape): (pixels: ArrayLike<number>) => Float64Array {
  const cells = areaShares(from, to);
  return (pixels) =>
    Float64Array.from(cells, (shares) => {
      let sum = 0;
      for (const { pixel, share } of shares) sum += share * pixels[pixel];
      return sum;
    });
}

/** For each cell of the new grid, row by row: the pixels under it, and what share of the cell each covers. */
export function areaShares(from: Shape, to: Shape): readonly (readonly Overlap[])[] {
  const down = overlaps(from[0], to[0]);
  const across = overlaps(from[1], to[1]);
  return down.flatMap((rows) =>
    across.map((columns) =>
      rows.flatMap(({ pixel: row, share }) =>
        columns.map(({ pixel: column, share: part }) => ({ pixel: row * from[1] + column, share: share * part })),
      ),
    ),
  );
}

interface Overlap {
  readonly pixel: number;
  readonly share: number;
}

/** For each of `cells` along a line of `pixels`: the pixels under it, and what share of the cell each covers. */
function overlaps(pixels: number, cells: number): readonly (readonly Overlap[])[] {
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
