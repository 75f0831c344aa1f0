type Shape = readonly [rows: number, columns: number];

/** Where the ink of an image lies: its centre of mass, and how far it leans. */
export interface Moments {
  readonly row: number;
  readonly column: number;
  /** μ₁₁/μ₀₂: the columns by which the ink moves to the right for each row down; 0 if it all lies in one row. */
  readonly skew: number;
}

/** The moments of the image that begins at `start`, its pixels weighed by their ink; undefined if there is none. */
export function moments(features: Float32Array, start: number, [rows, columns]: Shape): Moments | undefined {
  // For each row Σ ink and Σ ink · x, of which all moments that are needed follow.
  const ink = new Float64Array(rows);
  const across = new Float64Array(rows);
  let [total, row, column] = [0, 0, 0];
  for (let y = 0; y < rows; y++) {
    let [sum, first] = [0, 0];
    for (let x = 0, k = start + y * columns; x < columns; x++, k++) {
      sum += features[k];
      first += features[k] * x;
    }
    ink[y] = sum;
    across[y] = first;
    total += sum;
    row += sum * y;
    column += first;
  }
  if (total === 0) return undefined;
  row /= total;
  column /= total;
  let [mu11, mu02] = [0, 0];
  for (let y = 0; y < rows; y++) {
    mu11 += (across[y] - column * ink[y]) * (y - row);
    mu02 += ink[y] * (y - row) ** 2;
  }
  return { row, column, skew: mu02 > 0 ? mu11 / mu02 : 0 };
}
