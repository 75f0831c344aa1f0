import { expect, test } from 'vitest';
import { binarize } from './binarize.ts';

const data = (...features: number[]) => ({
  features: Float32Array.from(features),
  labels: Uint8Array.of(0),
  width: features.length,
});

test('values above the threshold become 1, the threshold itself 0', () => {
  const given = data(0, 0.25, 0.5, 0.75, 1);
  expect([...binarize({ threshold: 0.5 })(given)(given).features]).toEqual([0, 0, 0, 1, 1]);
  expect([...binarize({ threshold: 0 })(given)(given).features]).toEqual([0, 1, 1, 1, 1]);
});

test("Otsu's method finds each image its own threshold", () => {
  const two = {
    features: Float32Array.from([0, 0.1, 0.2, 0.3, 0.6, 0.7, 0.9, 1]),
    labels: Uint8Array.of(0, 1),
    width: 4,
  };
  expect([...binarize({ method: 'otsu' })(two)(two).features]).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
});

test('the shape of an image stays', () => {
  const image = { ...data(0, 1, 0, 1), shape: [2, 2] as const };
  expect(binarize({ threshold: 0.5 })(image)(image).shape).toEqual([2, 2]);
});

test.each([-0.1, 1, Number.NaN])('the threshold %d is refused', (threshold) => {
  expect(() => binarize({ threshold })).toThrow(
    `binarize.threshold must be a number from 0 up to but not including 1, or the method "otsu", but is ${threshold}.`,
  );
});

test("Otsu's method refuses what are no pixels", () => {
  const scores = data(0, -1.5);
  expect(() => binarize({ method: 'otsu' })(scores)(scores)).toThrow(
    "Otsu's method takes pixels from 0 to 1, but sample 0 has -1.5. binarize stands before the steps that scale.",
  );
});
