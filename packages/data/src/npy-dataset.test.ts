import { expect, test } from 'vitest';
import type { NpyArray, NpyNumbers } from './npy.ts';
import { npyDataset } from './npy-dataset.ts';

const array = (shape: readonly number[], data: NpyNumbers): NpyArray => ({ shape, data });

const IMAGES = array([3, 1, 2], Uint8Array.of(0, 255, 51, 0, 1, 2));
const LABELS = array([3], Int32Array.of(7, -1, 7));

test('without digits every label is a class, from the least on', () => {
  expect(npyDataset(IMAGES, LABELS)).toEqual({
    features: Float32Array.of(0, 1, 51 / 255, 0, 1 / 255, 2 / 255),
    labels: Uint8Array.of(1, 0, 1),
    width: 2,
    shape: [1, 2],
    classes: [-1, 7],
  });
});

test('labels may be floats, of eight bytes, or a column', () => {
  const { features } = npyDataset(IMAGES, LABELS);
  for (const labels of [
    array([3], Float64Array.of(7, -1, 7)),
    array([3], BigInt64Array.of(7n, -1n, 7n)),
    array([3, 1], Int8Array.of(7, -1, 7)),
  ])
    expect(npyDataset(IMAGES, labels)).toMatchObject({ features, labels: Uint8Array.of(1, 0, 1), classes: [-1, 7] });
});

test('images may have a channel, or be rows of numbers with a shape that is told', () => {
  const expected = npyDataset(IMAGES, LABELS);
  expect(npyDataset({ ...IMAGES, shape: [3, 1, 2, 1] }, LABELS)).toEqual(expected);
  expect(npyDataset({ ...IMAGES, shape: [3, 2] }, LABELS, { shape: [1, 2] })).toEqual(expected);
  expect(npyDataset({ ...IMAGES, shape: [3, 2] }, LABELS)).not.toHaveProperty('shape');
});

test.each<[string, NpyNumbers, number | undefined, readonly number[]]>([
  ['bytes of images are divided by 255', Uint8Array.of(0, 255, 51, 0, 1, 2), undefined, [0, 1, 0.2]],
  ['so are floats that are whole numbers to 255', Float32Array.of(0, 255, 51, 0, 1, 2), undefined, [0, 1, 0.2]],
  ['ink and paper stay 1 and 0', Uint8Array.of(0, 1, 1, 0, 1, 0), undefined, [0, 1, 1]],
  ['fractions stay as they are', Float64Array.of(0, 0.5, 2, 0, 1, 2), undefined, [0, 0.5, 2]],
  ['so do numbers above 255', Int16Array.of(0, 256, 2, 0, 1, 2), undefined, [0, 256, 2]],
  ['white is what is told', Uint8Array.of(0, 16, 4, 0, 1, 2), 16, [0, 1, 0.25]],
])('%s', (_, data, white, expected) => {
  const { features } = npyDataset({ ...IMAGES, data }, LABELS, white === undefined ? {} : { white });
  expect([...features.subarray(0, 3)]).toEqual(expected.map(Math.fround));
});

test('bytes that are no image stay as they are', () => {
  expect(npyDataset({ ...IMAGES, shape: [3, 2] }, LABELS).features[1]).toBe(255);
});

test.each<[string, Parameters<typeof npyDataset>, string]>([
  ['images in colour', [array([1, 1, 2, 3], new Uint8Array(6)), LABELS], 'but this one is 1 × 1 × 2 × 3.'],
  ['a number for images', [array([], Uint8Array.of(1)), LABELS], 'but this one is a number.'],
  ['one-hot labels', [IMAGES, array([3, 2], new Uint8Array(6))], 'give the places of the ones: labels.argmax(axis=1).'],
  ['counts that differ', [IMAGES, array([2], Uint8Array.of(1, 2))], 'There are 3 images, but 2 labels.'],
  [
    'labels between classes',
    [IMAGES, array([3], Float32Array.of(1, 0.5, 2))],
    'Label 1 is 0.5, but a label is a whole number.',
  ],
  [
    'one class',
    [IMAGES, array([3], Uint8Array.of(5, 5, 5))],
    'There must be 2 to 256 classes to tell apart, but there are 1.',
  ],
  [
    'a digit that is not there',
    [IMAGES, LABELS, { digits: [7, 8] }],
    'Digit 8 does not occur among the labels of images 0 to 2.',
  ],
  ['a digit asked for twice', [IMAGES, LABELS, { digits: [7, 7] }], 'Class 7 was asked for twice.'],
  [
    'another shape',
    [IMAGES, LABELS, { shape: [2, 2] }],
    'An image of 2 × 2 pixels does not have 2, the numbers of a sample.',
  ],
  [
    'a white of nothing',
    [IMAGES, LABELS, { white: 0 }],
    'white is the number of full ink, finite and above 0, but is 0.',
  ],
  [
    'a number that is none',
    [array([3, 1, 2], Float64Array.of(0, 1, 0, Number.NaN, 1, 1)), LABELS],
    'Feature 1 of sample 1 is NaN',
  ],
  [
    'a number beyond single precision',
    [array([3, 1, 2], Float64Array.of(1e300, 1, 0, 1, 1, 1)), LABELS],
    'is Infinity',
  ],
])('%s is refused', (_, given, message) => {
  expect(() => npyDataset(...given)).toThrow(message);
});
