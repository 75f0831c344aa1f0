import { expect, test } from 'vitest';
import { images } from '../../test/nine-samples.ts';
import { random } from '../random.ts';
import { randomProjection } from './random-projection.ts';

const COMPONENTS = 400;
const data = images(12, random(1, 'images').uniform);

const squaredDistance = (features: Float32Array, width: number, one: number, other: number) =>
  features
    .subarray(one * width, (one + 1) * width)
    .reduce((sum, x, j) => sum + (x - features[other * width + j]) ** 2, 0);

test('distances between samples are kept, to within what Johnson and Lindenstrauss allow', () => {
  const { features, width } = randomProjection({ components: COMPONENTS, seed: 2 })(data)(data);
  expect(width).toBe(COMPONENTS);
  for (let one = 0; one < 12; one++)
    for (let other = 0; other < one; other++) {
      const ratio = squaredDistance(features, COMPONENTS, one, other) / squaredDistance(data.features, 36, one, other);
      // The ratio is χ² of so many degrees, divided by them; five of its deviations.
      expect(Math.abs(ratio - 1)).toBeLessThan(5 * Math.sqrt(2 / COMPONENTS));
    }
});

test('it is linear', () => {
  const project = randomProjection({ components: 5, seed: 2 })(data);
  const tripled = { ...data, features: data.features.map((x) => 3 * x) };
  const [once, thrice] = [project(data), project(tripled)].map(({ features }) => features);
  thrice.forEach((x, k) => expect(Math.abs(x - 3 * once[k])).toBeLessThan(1e-5));
});

test('the same seed gives the same projection, another seed another', () => {
  const axes = (seed: number) => randomProjection({ components: 3, seed })(data).fitted.axes;
  expect(axes(4)).toEqual(axes(4));
  expect(axes(4)).not.toEqual(axes(5));
});

test('no components are refused', () => {
  expect(() => randomProjection({ components: 0, seed: 1 })).toThrow(
    'randomProjection.components must be a whole number, 1 or more, but is 0.',
  );
});
