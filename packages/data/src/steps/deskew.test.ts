import { expect, test } from 'vitest';
import figures from '../../test/image-figures.json';
import { moments } from '../moments.ts';
import { random } from '../random.ts';
import { deskew } from './deskew.ts';

const SHAPE = [14, 12] as const;
const image = (pixels: ArrayLike<number>) => ({
  features: Float32Array.from(pixels),
  labels: Uint8Array.of(0),
  width: 168,
  shape: SHAPE,
});
const LEANING = image(figures.leaning.pixels);

test('a leaning stroke is set upright as SciPy shears it', () => {
  const { features } = deskew()(LEANING)(LEANING);
  figures.deskew.pixels.forEach((pixel, k) => expect(features[k]).toBeCloseTo(pixel, 6));
});

test('ink keeps its amount and its centre of mass and no longer leans, as long as none leaves the image', () => {
  const { uniform } = random(1, 'deskew');
  for (let trial = 0; trial < 20; trial++) {
    // Ink between columns 4 and 7 only, so that even the outermost row has room.
    const given = image(Float32Array.from({ length: 168 }, (_, k) => (k % 12 >= 4 && k % 12 < 8 ? uniform() ** 4 : 0)));
    const changed = deskew()(given)(given);
    const [before, after] = [given, changed].map(({ features }) => moments(features, 0, SHAPE));
    const ink = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0);
    expect(ink(changed.features)).toBeCloseTo(ink(given.features), 4);
    expect(after?.row).toBeCloseTo(before?.row ?? Number.NaN, 5);
    expect(after?.column).toBeCloseTo(before?.column ?? Number.NaN, 5);
    expect(after?.skew).toBeCloseTo(0, 5);
  }
});

test('what leaves the image is lost, and paper comes in', () => {
  const diagonal = {
    ...image([]),
    features: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
    width: 9,
    shape: [3, 3] as const,
  };
  expect([...deskew()(diagonal)(diagonal).features]).toEqual([0, 1, 0, 0, 1, 0, 0, 1, 0]);
  const spread = { ...diagonal, features: Float32Array.of(4, 0, 0, 0, 0, 0, 1, 0, 4) };
  // ȳ = 10/9 and skew 4/5: row 0 moves to the right by 8/9, row 2 to the left by 32/45.
  [4 / 9, 32 / 9, 0, 0, 0, 0, 13 / 45, 128 / 45, 52 / 45].forEach((pixel, k) =>
    expect(deskew()(spread)(spread).features[k]).toBeCloseTo(pixel, 6),
  );
});

test('images without ink, or with ink in one row, stay as they are', () => {
  for (const pixels of [() => 0, (_: unknown, k: number) => (k >= 24 && k < 36 ? k / 40 : 0)]) {
    const given = image(Array.from({ length: 168 }, pixels));
    expect(deskew()(given)(given)).toEqual(given);
  }
});

test('pixels below zero are no ink', () => {
  const scaled = image(figures.leaning.pixels.map((value) => value - 0.5));
  expect(() => deskew()(scaled)(scaled)).toThrow(
    'deskew weighs pixels by their ink, 0 on paper and more where a digit is, but sample 0 has -0.5. ' +
      'deskew stands before the steps that scale.',
  );
});
