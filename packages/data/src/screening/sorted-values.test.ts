import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedValues } from './sorted-values.ts';

test('it is what toSorted gives, to the bit', () => {
  fc.assert(
    fc.property(fc.float32Array({ noNaN: true, maxLength: 50 }), (values) => {
      const before = values.slice();
      expect(sortedValues(values)).toEqual(values.toSorted());
      expect(values).toEqual(before);
    }),
    { seed: 1 },
  );
});

test('−0 stands before 0, infinities at the ends, and a part of an array is read from its own start', () => {
  const whole = Float32Array.of(9, 0, Infinity, -0, -1e-45, -Infinity);
  expect([...sortedValues(whole.subarray(1))]).toEqual([-Infinity, Math.fround(-1e-45), -0, 0, Infinity]);
});
