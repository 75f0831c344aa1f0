import { near } from '@hqnn/sim/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../../tooling/simulators.ts';
import { features, vector } from '../angle.ts';
import { hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import { circuit } from '../circuit.ts';
import { expectation } from '../expectation.ts';
import { state } from '../measure.ts';
import { eachZ, X, Z } from '../observable.ts';
import { crx, h, rzz } from '../op.ts';
import { amplitudeEncoding } from './amplitude-encoding.ts';
import { angleEncoding } from './angle-encoding.ts';
import { blocksOf } from './blocks-of.ts';
import { placedOn } from './placed-on.ts';
import { quanvolution } from './quanvolution.ts';

const TOLERANCE = 1e-12;

test('blocks go from left to right and from top to bottom, and so their pixels', () => {
  expect(blocksOf({ width: 4, height: 2 })).toEqual([
    [0, 1, 4, 5],
    [2, 3, 6, 7],
  ]);
  expect(blocksOf({ width: 3, height: 3, stride: 1 })).toEqual([
    [0, 1, 3, 4],
    [1, 2, 4, 5],
    [3, 4, 6, 7],
    [4, 5, 7, 8],
  ]);
});

const images = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 12 }),
    size: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 6 }),
  })
  .filter(({ width, height, size }) => size <= Math.min(width, height));

test('each pixel is in every block whose square it lies in, and in no other', () => {
  fc.assert(
    fc.property(images, (image) => {
      const { width, height, size, stride } = image;
      const expected: number[][] = [];
      for (let top = 0; top + size <= height; top += stride)
        for (let left = 0; left + size <= width; left += stride)
          expected.push(
            [...Array(width * height).keys()].filter((pixel) => {
              const [row, column] = [Math.floor(pixel / width), pixel % width];
              return row >= top && row < top + size && column >= left && column < left + size;
            }),
          );
      expect(blocksOf(image)).toEqual(expected);
    }),
    { seed: 1 },
  );
});

test('blocks that lie side by side and fill the image hold each pixel once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      (a, b, size) => {
        const [width, height] = [a * size, b * size];
        const pixels = blocksOf({ width, height, size }).flat();
        expect(pixels.sort((one, other) => one - other)).toEqual([...Array(width * height).keys()]);
      },
    ),
    { seed: 1 },
  );
});

test('blocks that do not fit are refused', () => {
  expect(() => blocksOf({ width: 4, height: 1 })).toThrow('A block of 2 × 2 pixels does not fit an image of 4 × 1.');
  for (const wrong of [0, 1.5, Number.NaN]) {
    expect(() => blocksOf({ width: 4, height: 4, stride: wrong })).toThrow(`blocksOf was given the stride ${wrong}.`);
    expect(() => blocksOf({ width: wrong, height: 4 })).toThrow(`blocksOf was given the width ${wrong}.`);
  }
});

const small = circuit(4, angleEncoding(features(4)), hardwareEfficient(4));
const theta = Array.from({ length: 12 }, (_, k) => Math.sin(k + 1));
const image = Array.from({ length: 30 }, (_, k) => Math.cos(3 * k));

describe.each(SIMULATORS)('on $name', ({ simulator, tolerance }) => {
  test.each([
    ['angles', small, { theta }],
    ['amplitudes', circuit(2, amplitudeEncoding(4), hardwareEfficient(2)), { theta: theta.slice(0, 6) }],
  ])('a quanvolution by %s is a loop over blocks', (_, filter, weights) => {
    const shape = { width: 6, height: 5, stride: 1 };
    const observables = [Z(0), X(1)];
    const f = quanvolution(filter, observables, { ...shape, simulator });
    const one = expectation(filter, observables, { simulator });
    const expected = blocksOf(shape).flatMap((block) => [
      ...one({ x: block.map((pixel) => image[pixel]), ...weights }),
    ]);
    expect(f.blocks).toHaveLength(20);
    near(f({ x: image, ...weights }), expected, tolerance, 'values');
  });
});

test('what does not fit a quanvolution is refused', () => {
  const f = quanvolution(small, eachZ(4), { width: 6, height: 5 });
  expect(() => f({ x: image.slice(1), theta })).toThrow('an image of 29 numbers. x holds 6 × 5 = 30.');
  expect(() => f({ theta })).toThrow('an image of 0 numbers.');
  expect(() => f({ x: image })).toThrow('The circuit depends on theta, which was not given.');
  expect(() => quanvolution(circuit(1, h(0)), [Z(0)], { width: 2, height: 2 })).toThrow('depends on 0 features');
  expect(() => quanvolution(angleEncoding(features(5)), [Z(0)], { width: 2, height: 2 })).toThrow(
    'a circuit that depends on 5 features, but a block has 4 pixels.',
  );
});

test('a copy for each block, side by side on qubits of its own, gives the values of the quanvolution', () => {
  const filter = circuit(2, angleEncoding(features(2)), hardwareEfficient(2));
  const blocks = blocksOf({ width: 3, height: 2, stride: 1 }).map((block) => block.slice(0, 2));
  const copies = circuit(
    4,
    blocks.map((places, k) => placedOn(filter, { qubits: [2 * k, 2 * k + 1], features: places })),
  );
  const pixels = image.slice(0, 3);
  const weights = { theta: theta.slice(0, 6) };
  const whole = quanvolution(filter, eachZ(2), { width: 3, height: 2, stride: 1 });
  const values = expectation(copies, eachZ(4))({ x: pixels, ...weights });
  near(values, whole({ x: [...pixels, 0, 0, 0], ...weights }), TOLERANCE, 'values');
});

test('a circuit goes to other qubits with its controls, and amplitudes to other features', () => {
  const [angle] = vector('theta', 1);
  const u = placedOn(circuit(3, crx(angle, 0, 2), rzz(features(2)[1], 0, 1)), { qubits: [4, 1, 0], features: [9, 7] });
  expect(u.qubits).toBe(5);
  expect(u.ops.map(({ controls, targets }) => [controls, targets])).toEqual([
    [[4], [0]],
    [[], [4, 1]],
  ]);
  expect(u.ops.map((op) => 'angle' in op && op.angle)).toEqual([angle, { scale: 1, feature: 7, offset: 0 }]);
  const moved = placedOn(amplitudeEncoding(2), { features: [2, 0] });
  near(state(moved, { x: [3, 9, 4] }), [0.8, 0, 0.6, 0], TOLERANCE, 'amplitudes');
});

test('places that a circuit cannot have are refused', () => {
  const u = angleEncoding(features(2));
  expect(() => placedOn(u, { qubits: [0] })).toThrow('placedOn was given 1 qubits for a circuit on 2.');
  expect(() => placedOn(u, { qubits: [3, 3] })).toThrow('placedOn was given one qubit twice: (3,3).');
  expect(() => placedOn(u, { qubits: [0, -1] })).toThrow('placedOn was given qubit -1.');
  expect(() => placedOn(u, { features: [3] })).toThrow(
    'placedOn was given 1 features for a circuit that depends on 2.',
  );
  expect(() => placedOn(u, { features: [3, 0.5] })).toThrow('placedOn was given feature 0.5.');
  expect(() => placedOn(amplitudeEncoding(4), { qubits: [1, 0] })).toThrow('stays on its qubits');
});
