import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parity } from '../pauli.ts';
import { affineOn, after, exchangesOf, identityMap, imagesOf, inverseMap, isIdentity, pulledMask } from './affine.ts';
import type { AffineMap } from './plan.ts';

const QUBITS = 5;
const ALL = [...Array(2 ** QUBITS).keys()];

/** Maps that CNOTs and Xs make. */
const maps = fc.array(fc.tuple(fc.nat(QUBITS - 1), fc.nat(QUBITS - 1)), { maxLength: 20 }).map((pairs) =>
  pairs.reduce((map: AffineMap, [control, target]) => {
    const { rows, flips } = identityMap(QUBITS);
    const next =
      control === target
        ? { rows, flips: 1 << target }
        : { rows: rows.with(target, rows[target] | (1 << control)), flips };
    return after(next, map);
  }, identityMap(QUBITS)),
);
const SEED = { seed: 3 };

test('a map after another sends each number where the one, then the other sends it', () => {
  fc.assert(
    fc.property(maps, maps, (first, second) => {
      const [one, other] = [imagesOf(first), imagesOf(second)];
      expect([...imagesOf(after(second, first))]).toEqual(ALL.map((k) => other[one[k]]));
    }),
    SEED,
  );
});

test('the inverse undoes the map', () => {
  fc.assert(
    fc.property(maps, (map) => {
      expect(isIdentity(after(inverseMap(map), map))).toBe(true);
      expect(isIdentity(after(map, inverseMap(map)))).toBe(true);
    }),
    SEED,
  );
});

test('its exchanges, one after another, are the map', () => {
  fc.assert(
    fc.property(maps, (map) => {
      const exchanged = exchangesOf(map).reduce(
        (images, { target, controls }) => images.map((k) => ((k & controls) === controls ? k ^ (1 << target) : k)),
        ALL,
      );
      expect(exchanged).toEqual([...imagesOf(map)]);
    }),
    SEED,
  );
});

test('a sign behind the map is a sign of the pulled mask before it', () => {
  fc.assert(
    fc.property(maps, fc.nat(2 ** QUBITS - 1), (map, mask) => {
      const images = imagesOf(map);
      for (const k of ALL)
        expect(parity(mask & images[k])).toBe(parity(pulledMask(map, mask) & k) ^ parity(mask & map.flips));
    }),
    SEED,
  );
});

test('a CNOT is affine, a Toffoli gate is not', () => {
  expect(affineOn(3, [2, 0], [0, 3, 2, 1])).toEqual({ rows: [1 | 4, 2, 4], flips: 0 });
  expect(affineOn(3, [0, 1, 2], [0, 1, 2, 7, 4, 5, 6, 3])).toBeUndefined();
});
