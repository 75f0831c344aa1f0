import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covariance } from './covariance.ts';

test('covariances are means of products of deviations, wherever most of the values are', () => {
  // Half of the values are the same, as the ground of an image is.
  const value = fc.oneof(fc.constant(0.75), fc.float({ min: -2, max: 2, noNaN: true }));
  const given = fc
    .integer({ min: 2, max: 30 })
    .chain((samples) => fc.array(value, { minLength: 9 * samples, maxLength: 9 * samples }));
  fc.assert(
    fc.property(given, fc.subarray([...Array(9).keys()], { minLength: 1 }), (values, chosen) => {
      const features = Float32Array.from(values);
      const samples = values.length / 9;
      const column = (j: number) => Array.from({ length: samples }, (_, row) => features[9 * row + j]);
      const mean = Float64Array.from({ length: 9 }, (_, j) => column(j).reduce((sum, x) => sum + x, 0) / samples);
      const found = covariance({ features, labels: new Uint8Array(samples), width: 9 }, mean, chosen);
      chosen.forEach((j, a) => {
        chosen.forEach((k, b) => {
          const products = column(j).map((x, row) => (x - mean[j]) * (column(k)[row] - mean[k]));
          const expected = products.reduce((sum, x) => sum + x, 0) / (samples - 1);
          expect(Math.abs(found[a][b] - expected)).toBeLessThan(1e-12);
        });
      });
    }),
    { seed: 1, numRuns: 50 },
  );
});
