import { describe, expect, test } from 'vitest';
import type { Dataset } from '../dataset.ts';
import { cosines } from './cosines.ts';

const image = Float32Array.from({ length: 20 }, (_, k) => ((7 * k * k + 3 * k) % 16) / 16);
const data: Dataset = { features: image, labels: new Uint8Array(1), width: 20, shape: [4, 5] };

// scipy.fft.dctn(image, norm='ortho'), SciPy 1.17.1
const DCTN = [
  1.8447560814373265, 0, 0.04885987689621374, 0, 0.12791681840042315, 0.32760087068006444, 0.021067521677399226,
  -0.059547433993263704, -0.2914420049515396, -0.5937340484449245, -0.2795084971874736, -0.6015009550075456, 0,
  -0.37174803446018445, 0, -0.3777269774978533, -0.4348507175320977, 0.3669478222170401, 0.082295630151417,
  -0.09634977214394155,
];

describe.each([
  [4, 5],
  [3, 2],
  [1, 1],
])('%d × %d frequencies', (rows, columns) => {
  test('are the lowest of SciPy’s', () => {
    const { features, width, shape } = cosines({ rows, columns })(data)(data);
    expect([width, shape]).toEqual([rows * columns, undefined]);
    features.forEach((x, k) => expect(x).toBeCloseTo(DCTN[5 * Math.floor(k / columns) + (k % columns)], 6));
  });
});

test('all frequencies together keep the norm', () => {
  const { features } = cosines({ rows: 4, columns: 5 })(data)(data);
  expect(Math.hypot(...features)).toBeCloseTo(Math.hypot(...image), 5);
});

test.each([
  [{ rows: 5, columns: 1 }, 'cosines.rows must be at most 4, the rows of the image, but is 5.'],
  [{ rows: 1, columns: 6 }, 'cosines.columns must be at most 5, the columns of the image, but is 6.'],
  [{ rows: 0, columns: 1 }, 'cosines.rows must be a whole number, 1 or more, but is 0.'],
])('%j are refused', (options, message) => {
  expect(() => cosines(options)(data)).toThrow(message);
});

test('features that are no image are refused', () => {
  const { shape: _, ...flat } = data;
  expect(() => cosines({ rows: 2, columns: 2 })(flat)).toThrow('cosines needs the rows and columns of an image');
});
