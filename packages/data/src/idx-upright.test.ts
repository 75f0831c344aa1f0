import fc from 'fast-check';
import { expect, test } from 'vitest';
import { upright } from './idx-upright.ts';

test('columns become rows, image by image', () => {
  expect(upright({ shape: [2, 2, 3], data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) })).toEqual({
    shape: [2, 3, 2],
    data: Uint8Array.of(1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12),
  });
});

test('twice upright is as it was', () => {
  const size = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(fc.tuple(size, size, size), (shape) => {
      const images = {
        shape,
        data: Uint8Array.from({ length: shape[0] * shape[1] * shape[2] }, (_, k) => (k * 7) % 256),
      };
      expect(upright(upright(images))).toEqual(images);
    }),
    { seed: 1, numRuns: 50 },
  );
});

test('labels cannot be set upright', () => {
  expect(() => upright({ shape: [4], data: new Uint8Array(4) })).toThrow('but these have 1.');
});
