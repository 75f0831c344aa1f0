/** A number that a new feature is made of, by its place in the sample, and how much of it. */
export interface Share {
  readonly pixel: number;
  readonly share: number;
}

/**
 * Samples of `width` numbers, one after the other, as samples of weighted sums: Σ share · pixel for each list of shares,
 * in double precision. The cost of a sample is the number of shares.
 */
export function weightedSums(
  sums: readonly (readonly Share[])[],
  width: number,
): (features: Float32Array) => Float32Array {
  const pixels = Int32Array.from(sums.flatMap((shares) => shares.map(({ pixel }) => pixel)));
  const weights = Float64Array.from(sums.flatMap((shares) => shares.map(({ share }) => share)));
  const ends = Int32Array.from(sums, ({ length }) => length);
  for (let k = 1; k < ends.length; k++) ends[k] += ends[k - 1];
  return (features) => {
    const samples = features.length / width;
    const made = new Float32Array(samples * ends.length);
    for (let row = 0; row < samples; row++)
      for (let k = 0, at = 0; k < ends.length; k++) {
        let sum = 0;
        for (; at < ends[k]; at++) sum += weights[at] * features[row * width + pixels[at]];
        made[row * ends.length + k] = sum;
      }
    return made;
  };
}

/** The shares of a grid's cells, row by row, from those of its rows and of its columns: each is a product of the two. */
export const crossed = (
  down: readonly (readonly Share[])[],
  across: readonly (readonly Share[])[],
  columns: number,
): readonly (readonly Share[])[] =>
  down.flatMap((rows) =>
    across.map((line) =>
      rows.flatMap(({ pixel: row, share }) =>
        line.map(({ pixel: column, share: part }) => ({ pixel: row * columns + column, share: share * part })),
      ),
    ),
  );
