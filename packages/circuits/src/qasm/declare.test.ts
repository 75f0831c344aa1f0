import { expect, test } from 'vitest';
import { opsOf, refusal, THREE } from '../../test/qasm-ops.ts';

test.each([
  ['array[float, 3] a = {0.1, 0.2};', 'The array a has 3 entries, but is given 2.'],
  ['array[float, 0] a = {};', 'The array a has 0 entries. It has 1 to 100000.'],
  ['array[uint[4], 2] a = {1, 16};', 'uint[4] does not have 16. It goes from 0 to 15.'],
  ['const uint[4] a = 20;', 'uint[4] does not have 20. It goes from 0 to 15.'],
  ['int[4] a = 8;', 'int[4] does not have 8. It goes from -8 to 7.'],
  ['const uint b = -3;', 'uint does not have -3. It goes from 0 to Infinity.'],
  ['bit[2] e = "00000";', 'e has 2 bits, but is given 5.'],
  ['array[text, 1] a = {1};', 'Expected int, uint, float or angle, but found "text".'],
])('what does not fit its type is refused: %s', (text, message) => {
  expect(refusal(`${THREE}qubit q; ${text}`)).toBe(message);
});

test('what fits is taken', () => {
  const text = 'const uint[4] a = 15; int[4] b = -8; array[int, 2] c = {7, 2}; bit[3] e = "000"; bit[2] f = 0;';
  expect(opsOf(`${THREE}${text} qubit q; rx(a + b + c[-1]) q;`)).toEqual(['rx(9) 0']);
});
