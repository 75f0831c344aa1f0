import { expect, test } from 'vitest';
import figures from '../../test/image-figures.json';
import { readMnist } from '../node/read-mnist.ts';
import { random } from '../random.ts';
import { centre } from './centre.ts';

const image = (rows: number, columns: number, pixels: ArrayLike<number>) => ({
  features: Float32Array.from(pixels),
  labels: Uint8Array.of(0),
  width: rows * columns,
  shape: [rows, columns] as const,
});
const centred = (given: ReturnType<typeof image>) => [...centre()(given)(given).features];

test('the centre of mass is moved to the middle pixel, by whole pixels, as SciPy moves it', () => {
  expect(centred(image(14, 12, figures.leaning.pixels))).toEqual(figures.centre.pixels);
});

test('of an even number of pixels the second is the middle', () => {
  expect(centred(image(1, 5, [1, 0, 0, 0, 0]))).toEqual([0, 0, 1, 0, 0]);
  expect(centred(image(1, 4, [1, 0, 0, 0]))).toEqual([0, 0, 1, 0]);
  expect(centred(image(4, 1, [0, 0, 0, 1]))).toEqual([0, 0, 1, 0]);
});

test('ink is never pushed over the edge', () => {
  expect(centred(image(1, 7, [0.1, 0, 0, 0, 0, 1, 0]))).toEqual([0.1, 0, 0, 0, 0, 1, 0].map(Math.fround));
  expect(centred(image(1, 7, [0, 0.1, 0, 0, 0, 1, 1]))).toEqual([0.1, 0, 0, 0, 1, 1, 0].map(Math.fround));
});

test('what is centred stays, and every gray value is kept', () => {
  const { uniform, below } = random(1, 'centre');
  for (let trial = 0; trial < 50; trial++) {
    const [top, left] = [below(6), below(4)];
    const inside = (k: number) => Math.abs(Math.floor(k / 8) - top) < 2 && Math.abs((k % 8) - left) < 2;
    const given = image(
      9,
      8,
      Array.from({ length: 72 }, (_, k) => (inside(k) ? uniform() : 0)),
    );
    const once = centred(given);
    expect(centred(image(9, 8, once))).toEqual(once);
    expect(once.toSorted()).toEqual([...given.features].toSorted());
  }
});

test('the digits of MNIST are centred already', async () => {
  const digits = await readMnist([1, 4]);
  const { features, labels } = digits;
  const { features: moved } = centre()(digits)(digits);
  const same = Array.from(labels.keys()).filter((row) =>
    features.subarray(row * 784, (row + 1) * 784).every((value, k) => value === moved[row * 784 + k]),
  );
  expect(same.length / labels.length).toBeGreaterThan(0.999);
});

test('an image without ink stays, pixels below zero are no ink', () => {
  expect(centred(image(2, 2, [0, 0, 0, 0]))).toEqual([0, 0, 0, 0]);
  expect(() => centred(image(2, 2, [0, 1, -0.25, 0]))).toThrow('centre weighs pixels by their ink');
});
