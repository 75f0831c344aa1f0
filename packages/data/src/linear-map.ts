import { combined, type Trace } from './trace.ts';

/** x ↦ W·x + b for rows of features, W with one axis for each feature that comes out; b is 0 if absent. */
export interface LinearMap {
  readonly axes: readonly Float64Array[];
  readonly origin?: Float64Array;
}

/** The map on rows of `width` features: most pixels of a digit are 0, and cost nothing. */
export function mapped({ axes, origin = new Float64Array(axes.length) }: LinearMap, width: number) {
  const count = axes.length;
  const byFeature = new Float64Array(width * count);
  axes.forEach((axis, k) => {
    for (let j = 0; j < width; j++) byFeature[j * count + k] = axis[j];
  });
  const places = new Int32Array(width + 3);
  const values = new Float64Array(width + 3);
  return (features: Float32Array): Float32Array => {
    const rows = features.length / width;
    const images = new Float32Array(rows * count);
    const sums = new Float64Array(count);
    for (let row = 0; row < rows; row++) {
      let found = 0;
      for (let j = 0; j < width; j++) {
        const value = features[row * width + j];
        if (value === 0) continue;
        places[found] = j * count;
        values[found++] = value;
      }
      // Four at a time, the last of them filled up with zeros.
      values.fill(0, found, found + 3);
      sums.set(origin);
      for (let a = 0; a < found; a += 4) addFour(sums, byFeature, places, values, a);
      images.set(sums, row * count);
    }
    return images;
  };
}

/** What its features are made of, each called by its place. */
export const mappedTraces = ({ axes }: LinearMap, from: readonly Trace[], name: (k: number) => string) =>
  axes.map((axis, k) =>
    combined(
      name(k),
      from.map((trace, j) => [trace, axis[j]]),
    ),
  );

/** Adds value · axis of four features, each with the axis that begins at its place. */
function addFour(sums: Float64Array, axes: Float64Array, places: Int32Array, values: Float64Array, from: number): void {
  const [a, b, c, d] = [values[from], values[from + 1], values[from + 2], values[from + 3]];
  const [ofA, ofB, ofC, ofD] = [places[from], places[from + 1], places[from + 2], places[from + 3]];
  for (let k = 0; k < sums.length; k++)
    sums[k] += a * axes[ofA + k] + b * axes[ofB + k] + (c * axes[ofC + k] + d * axes[ofD + k]);
}
