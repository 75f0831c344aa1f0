import { expect, test } from 'vitest';
import { blocks } from './blocks.ts';

/** Pixel k of 4 × 4 is k. */
const COUNTING = {
  features: Float32Array.from({ length: 16 }, (_, k) => k),
  labels: Uint8Array.of(0),
  width: 16,
  shape: [4, 4] as const,
};

const of = (options: Parameters<typeof blocks>[0]) => [...blocks(options)(COUNTING)(COUNTING).features];

test('the pixels come block by block, row by row within a block', () => {
  expect(of({ size: 2 })).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]);
});

test('a stride below the size lets blocks overlap', () => {
  expect(of({ size: 3, stride: 1 }).slice(9, 18)).toEqual([1, 2, 3, 5, 6, 7, 9, 10, 11]);
});

test('pixels beyond the last whole block are left out', () => {
  expect(of({ size: 3 })).toEqual([0, 1, 2, 4, 5, 6, 8, 9, 10]);
});

test('what is left is no image', () => {
  expect(blocks({ size: 2 })(COUNTING)(COUNTING)).not.toHaveProperty('shape');
});

test.each([
  [{ size: 5 }, 'blocks.size must be at most 4 for images of 4 × 4 pixels, but is 5.'],
  [{ size: 0 }, 'blocks.size must be a whole number, 1 or more, but is 0.'],
  [{ size: 2, stride: 0.5 }, 'blocks.stride must be a whole number, 1 or more, but is 0.5.'],
])('%j is refused', (options, message) => {
  expect(() => of(options)).toThrow(message);
});

test('samples that are no longer images are refused', () => {
  const { shape: _, ...flat } = COUNTING;
  expect(() => blocks({ size: 2 })(flat)).toThrow('blocks needs the rows and columns of an image');
});
