import { expect, test } from 'vitest';
import { uniform } from '../uniform.ts';
import { eulerAngles } from './zyz.ts';

const { cos, sin, PI } = Math;

/** e^{i·phase} RZ(last) RY(middle) RZ(first), entry by entry. */
const matrixOf = (phase: number, first: number, middle: number, last: number) =>
  Float64Array.from(
    [
      [cos(middle / 2), phase - (last + first) / 2],
      [-sin(middle / 2), phase - (last - first) / 2],
      [sin(middle / 2), phase + (last - first) / 2],
      [cos(middle / 2), phase + (last + first) / 2],
    ].flatMap(([modulus, argument]) => [modulus * cos(argument), modulus * sin(argument)]),
  );

const draw = uniform(1, 0);
const random = Array.from({ length: 200 }, () => [0, 1, 2, 3].map(() => 4 * PI * (draw() - 0.5)));
const edges = [0, PI, -PI, 2 * PI].flatMap((middle) => random.slice(0, 8).map(([a, b, , c]) => [a, b, middle, c]));

test('the Euler angles of a unitary give it back, its phase included, where entries are 0 too', () => {
  for (const [phase, first, middle, last] of [...random, ...edges]) {
    const matrix = matrixOf(phase, first, middle, last);
    const angles = eulerAngles(matrix);
    if (!angles) throw new Error(`${[phase, first, middle, last]} has no angles.`);
    const again = matrixOf(angles.phase, angles.first, angles.middle, angles.last);
    again.forEach((value, k) => {
      expect(value).toBeCloseTo(matrix[k], 11);
    });
  }
});

test('what is not unitary has none', () => {
  expect(eulerAngles(Float64Array.of(1, 0, 1, 0, 1, 0, 1, 0))).toBeUndefined();
});
