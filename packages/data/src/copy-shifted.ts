type Shape = readonly [rows: number, columns: number];

/** By how many rows down and columns to the right an image is moved. */
export type Shift = readonly [down: number, right: number];

/** Copies an image of `from` to a place in `into` that holds zeros, moved; what leaves the image is lost. */
export function copyShifted(
  from: Float32Array,
  start: number,
  into: Float32Array,
  target: number,
  [rows, columns]: Shape,
  [down, right]: Shift,
): void {
  const [left, end] = [Math.max(0, right), Math.min(columns, columns + right)];
  for (let y = Math.max(0, down); y < Math.min(rows, rows + down); y++) {
    const line = start + (y - down) * columns - right;
    for (let x = left; x < end; x++) into[target + y * columns + x] = from[line + x];
  }
}
