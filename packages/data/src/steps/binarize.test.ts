import { expect, test } from 'vitest';
import figures from '../../test/image-figures.json';
import { traces } from '../trace.ts';
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
    `binarize.threshold must be a number from 0 up to but not including 1, or the method otsu, mean or adaptive, but is ${threshold}.`,
  );
});

test("Otsu's method refuses what are no pixels", () => {
  const scores = data(0, -1.5);
  expect(() => binarize({ method: 'otsu' })(scores)(scores)).toThrow(
    "Otsu's method takes pixels from 0 to 1, but sample 0 has -1.5. binarize stands before the steps that scale.",
  );
});

test('the mean is measured anew in each image, and even pixels are not above theirs', () => {
  const three = {
    features: Float32Array.from([0, 0, 0, 1, 0.2, 0.4, 0.8, 0.6, ...Array(4).fill(0.1)]),
    labels: Uint8Array.of(0, 1, 0),
    width: 4,
  };
  expect([...binarize({ method: 'mean' })(three)(three).features]).toEqual([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0]);
});

const PICTURE = { ...data(...figures.picture.pixels), shape: [9, 7] as const };

test.each(figures.adaptive.windows)(
  'adaptive ink by the $window and offset $offset is that of scikit-image',
  (figure) => {
    const { size, offset, ink } = figure;
    const options = { method: 'adaptive', size, window: figure.window as 'mean' | 'gaussian', offset } as const;
    expect([...binarize(options)(PICTURE)(PICTURE).features]).toEqual(ink);
  },
);

test.each([
  ['gaussian', 11],
  ['gaussian', 5],
  ['mean', 5],
] as const)('even pixels are not above the %s around them, in a window of %i', (window, size) => {
  for (const value of [0, 0.1, 1 / 3, 1]) {
    const even = { ...PICTURE, features: PICTURE.features.map(() => value) };
    expect(new Set(binarize({ method: 'adaptive', size, window })(even)(even).features)).toEqual(new Set([0]));
  }
});

test('an adaptive trace is the pixel less the mean around it', () => {
  const traced = binarize({ method: 'adaptive', size: 3, window: 'mean' })(PICTURE).trace(traces(PICTURE));
  expect(traced[8].name).toBe('pixel 1,1');
  const around = [0, 1, 2, 7, 9, 14, 15, 16];
  expect(traced[8].pixels.size).toBe(9);
  for (const pixel of around) expect(traced[8].pixels.get(pixel)).toBeCloseTo(-1 / 9, 12);
  expect(traced[8].pixels.get(8)).toBeCloseTo(8 / 9, 12);
});

test.each([
  [{ size: 4 }, 'binarize.size must be an odd number, 3 or more, but is 4.'],
  [{ size: 1 }, 'binarize.size must be an odd number, 3 or more, but is 1.'],
  [{ size: 3, window: 'median' }, 'binarize.window must be one of mean, gaussian, but is "median".'],
  [{ size: 3, offset: Number.NaN }, 'binarize.offset must be a finite number, but is NaN.'],
])('the adaptive method refuses %j', (options, message) => {
  expect(() => binarize({ method: 'adaptive', ...options } as Parameters<typeof binarize>[0])).toThrow(message);
});

test('the adaptive method needs images of the shape that it was fitted to', () => {
  const adaptive = binarize({ method: 'adaptive', size: 3 });
  const flat = data(0, 1);
  expect(() => adaptive(flat)).toThrow('binarize needs the rows and columns of an image');
  expect(() => adaptive(PICTURE)({ ...PICTURE, shape: [7, 9] })).toThrow('but was given 7 × 9.');
});
