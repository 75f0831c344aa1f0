import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entangler } from './entangler.ts';
import { bricks, pairsOf, TOPOLOGIES, type TopologyName } from './topology.ts';

const NAMES = Object.keys(TOPOLOGIES) as TopologyName[];

test.each([
  ['linear', '0,1 1,2 2,3 3,4'],
  ['reverse-linear', '3,4 2,3 1,2 0,1'],
  ['ring', '0,1 1,2 2,3 3,4 4,0'],
  ['full', '0,1 0,2 0,3 0,4 1,2 1,3 1,4 2,3 2,4 3,4'],
  ['pairwise', '0,1 2,3 1,2 3,4'],
  ['star', '0,1 0,2 0,3 0,4'],
] as const)('%s on five qubits is %s', (name, written) => {
  expect(pairsOf(5, name).join(' ')).toBe(written);
});

test.each(NAMES)('%s has no pair of one qubit, one of two, and connects all of more', (name) => {
  expect(pairsOf(1, name)).toEqual([]);
  expect(pairsOf(2, name)).toEqual([[0, 1]]);
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), (qubits) => {
      const pairs = pairsOf(qubits, name);
      expect(new Set(pairs.map(([one, other]) => [one, other].sort().join())).size).toBe(pairs.length);
      expect(pairs.flat().every((qubit) => qubit >= 0 && qubit < qubits)).toBe(true);
      const reached = new Set([0]);
      for (let step = 0; step < qubits; step++)
        for (const pair of pairs) if (pair.some((qubit) => reached.has(qubit))) for (const q of pair) reached.add(q);
      expect(reached.size).toBe(qubits);
    }),
    { seed: 1 },
  );
});

test('a list of pairs is taken as it is, in order', () => {
  const topology = [
    [2, 0],
    [1, 2],
    [2, 0],
  ] as const;
  expect(entangler(3, { topology }).ops.map(({ controls, targets }) => [...controls, ...targets])).toEqual(topology);
  expect(entangler(3, { topology: [] }).ops).toEqual([]);
});

test.each([[[0, 3]], [[1, 1]], [[0]], [[0, 1.5]], [[-1, 0]]])('a list with the pair (%s) is refused', (pair) => {
  expect(() => pairsOf(3, [[0, 1], pair as unknown as [number, number]])).toThrow(
    `A topology lists the pair (${pair}) for 3 qubits. A pair is two different qubits from 0 to 2.`,
  );
});

test('bricks are neighbours two by two, from a place on', () => {
  expect(bricks([1, 3, 5, 7], 0).join(' ')).toBe('1,3 5,7');
  expect(bricks([1, 3, 5, 7], 1).join(' ')).toBe('3,5');
  expect(bricks([4], 1)).toEqual([]);
});
