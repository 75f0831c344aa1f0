import { near } from '@hqnn/sim/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dot } from '../dot.ts';
import { basis, interpolation } from './interpolation.ts';

/** How far a curve may be from that it was made of, whose coefficients are at most 1. */
const EXACT = 1e-10;
const RUNS = { seed: 7, numRuns: 60 };

const frequencies = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 })
  .map((hundredths) => hundredths.map((one) => one / 100).sort((a, b) => a - b));

const inUnit = fc.double({ min: -1, max: 1, noNaN: true });

test('a trigonometric polynomial is found again from 2R + 1 values, the first at 0', () => {
  fc.assert(
    fc.property(frequencies, fc.array(inUnit, { minLength: 17, maxLength: 17 }), (own, numbers) => {
      const given = Float64Array.from(numbers.slice(0, 2 * own.length + 1));
      const reach = Math.PI / own[0];
      const { nodes, coefficients } = interpolation(own, reach);
      expect(nodes[0]).toBe(0);
      expect(nodes.length).toBeLessThanOrEqual(given.length);
      const found = coefficients(nodes.map((node) => dot(basis(own, node), given)));
      const places = Array.from({ length: 41 }, (_, k) => (reach * (k - 20)) / 20);
      const along = (of: Float64Array) => places.map((t) => dot(basis(own, t), of));
      near(along(found), along(given), EXACT, 'values');
    }),
    RUNS,
  );
});

test.each([1, 2, 5, 20])(
  '%i multiples of one frequency have nodes all over a period, and their own coefficients',
  (R) => {
    const own = Array.from({ length: R }, (_, k) => 0.7 * (k + 1));
    const { nodes, coefficients } = interpolation(own, Math.PI / 0.7);
    expect(nodes).toHaveLength(2 * R + 1);
    const given = Float64Array.from({ length: 2 * R + 1 }, (_, k) => Math.cos(3 * k));
    near(coefficients(nodes.map((node) => dot(basis(own, node), given))), given, 1e-13, 'coefficients');
  },
);

test('multiples of one frequency have fewer nodes in a short window, which tell all of it', () => {
  const own = Array.from({ length: 13 }, (_, k) => k + 1);
  const { nodes, coefficients } = interpolation(own, 0.5);
  expect(nodes.length).toBeLessThan(20);
  expect(Math.max(...nodes.map(Math.abs))).toBeLessThanOrEqual(0.5);
  const given = Float64Array.from({ length: 27 }, (_, k) => Math.cos(3 * k));
  const found = coefficients(nodes.map((node) => dot(basis(own, node), given)));
  for (let t = -0.5; t <= 0.5; t += 0.01)
    expect(Math.abs(dot(basis(own, t), found) - dot(basis(own, t), given))).toBeLessThan(EXACT);
});

test('one frequency has three nodes all over its period in any window, where errors of values grow least', () => {
  expect(interpolation([1], 0.2).nodes).toEqual(interpolation([1], Math.PI).nodes);
});

test('an interpolation is made once, and given up when 64 MB of others have been made', () => {
  const one = () => interpolation([1, 1.5], 4);
  const first = one();
  expect(one()).toBe(first);
  expect(interpolation([1, 1.5], 3)).not.toBe(first);
  for (let k = 1; k <= 250; k++)
    interpolation(
      Array.from({ length: 64 }, (_, n) => k * (n + 1)),
      4,
    );
  expect(one()).not.toBe(first);
  expect(one()).toEqual({ ...first, coefficients: expect.any(Function) });
});

test('errors of values grow little, however close two frequencies are', () => {
  for (const apart of [0.3, 1e-2, 1e-4, 1e-7]) {
    const own = [1, 1 + apart, 2, 2 + apart, 3.3];
    const reach = 4;
    const { nodes, coefficients } = interpolation(own, reach);
    // The curve through 1 at one node and 0 at the others.
    const most = nodes.map((_, node) => {
      const found = coefficients(nodes.map((_, other) => (other === node ? 1 : 0)));
      return Math.max(
        ...Array.from({ length: 201 }, (_, k) => Math.abs(dot(basis(own, (reach * (k - 100)) / 100), found))),
      );
    });
    expect(Math.max(...most)).toBeLessThan(3);
  }
});

test('no frequency is a constant', () => {
  const { nodes, coefficients } = interpolation([], 1);
  expect([nodes, coefficients([0.4])]).toEqual([[0], Float64Array.of(0.4)]);
});
