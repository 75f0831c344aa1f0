import type { Step } from '../dataset.ts';
import { broken, count, imageShape } from '../field.ts';
import { checkImage, imageOf } from '../image-of.ts';
import { type LinearMap, mapped, mappedTraces } from '../linear-map.ts';
import { stepKind } from '../step-kind.ts';
import { placeName } from '../trace.ts';

type Shape = readonly [rows: number, columns: number];

export const cosinesKind = stepKind({
  step: 'cosines',
  fields: { image: imageShape, rows: count, columns: count },
  apply({ image, rows, columns, width }) {
    const transform = mapped(waves(image, [rows, columns]), width);
    return (data) => {
      checkImage('cosines', image, data);
      return { features: transform(data.features), labels: data.labels, width: rows * columns };
    };
  },
  trace:
    ({ image, rows, columns }) =>
    (from) =>
      mappedTraces(waves(image, [rows, columns]), from, (k) => placeName('cosine', k, [rows, columns])),
});

/**
 * The lowest frequencies of an image: its orthonormal discrete cosine transform, type II, of `rows` × `columns`
 * frequencies from 0 on (Ahmed, Natarajan and Rao, IEEE Trans. Comput. C-23, 90 (1974)). Frequency 0,0 is the mean of the
 * pixels, times the square root of how many there are.
 */
export function cosines({ rows, columns }: { readonly rows: number; readonly columns: number }): Step {
  count(rows, 'cosines.rows');
  count(columns, 'cosines.columns');
  return (train) => {
    const image = imageOf('cosines', train);
    if (rows > image[0]) throw broken('cosines.rows', `at most ${image[0]}, the rows of the image`, rows);
    if (columns > image[1]) throw broken('cosines.columns', `at most ${image[1]}, the columns of the image`, columns);
    return cosinesKind.fitted({ width: train.width, image, rows, columns });
  };
}

/** A frequency down times one across, each as the values of its wave at all pixels. */
function waves([height, wide]: Shape, [rows, columns]: Shape): LinearMap {
  const axes = Array.from({ length: rows * columns }, (_, k) => {
    const [down, across] = [wave(Math.floor(k / columns), height), wave(k % columns, wide)];
    return Float64Array.from({ length: height * wide }, (_, j) => down[Math.floor(j / wide)] * across[j % wide]);
  });
  return { axes };
}

/** √((2 − δ)/N) cos(π(2j + 1)k/2N), with δ = 1 for k = 0 and 0 else. */
const wave = (frequency: number, length: number): Float64Array =>
  Float64Array.from(
    { length },
    (_, j) =>
      Math.sqrt((frequency === 0 ? 1 : 2) / length) * Math.cos((Math.PI * (2 * j + 1) * frequency) / (2 * length)),
  );
