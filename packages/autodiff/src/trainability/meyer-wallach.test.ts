import { circuit, cx, h, ry, rz, state } from '@hqnn/circuits';
import { uniform } from '@hqnn/sim';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meyerWallach } from './meyer-wallach.ts';

/** A random state, its amplitudes normal. */
function haar(qubits: number, seed: number): Float64Array {
  const next = uniform(seed, qubits);
  const drawn = Float64Array.from(
    { length: 2 * 2 ** qubits },
    () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  );
  const norm = Math.hypot(...drawn);
  return drawn.map((amplitude) => amplitude / norm);
}

/**
 * As Meyer and Wallach define it: (4/n) Σ D(u, v) over the qubits, with u and v the amplitudes where the qubit is 0 and 1, and
 * D(u, v) = Σ |uᵢvⱼ − uⱼvᵢ|² over i < j.
 */
function byWedges(amplitudes: Float64Array, qubits: number): number {
  const places = [...Array(2 ** qubits).keys()];
  const wedge = (a: number, b: number, c: number, d: number) => {
    const re = (i: number, j: number) =>
      amplitudes[2 * i] * amplitudes[2 * j] - amplitudes[2 * i + 1] * amplitudes[2 * j + 1];
    const im = (i: number, j: number) =>
      amplitudes[2 * i] * amplitudes[2 * j + 1] + amplitudes[2 * i + 1] * amplitudes[2 * j];
    return (re(a, b) - re(c, d)) ** 2 + (im(a, b) - im(c, d)) ** 2;
  };
  const distance = (bit: number) => {
    const zeros = places.filter((k) => (k & bit) === 0);
    return zeros.reduce(
      (sum, i) => sum + zeros.filter((j) => j > i).reduce((total, j) => total + wedge(i, j | bit, j, i | bit), 0),
      0,
    );
  };
  return (4 / qubits) * [...Array(qubits).keys()].reduce((sum, qubit) => sum + distance(2 ** qubit), 0);
}

test('a product state has 0, a Bell state and a GHZ state have 1', () => {
  expect(meyerWallach(state(circuit(3, ry(0.3, 0), ry(1.2, 1), rz(2, 1), h(2))), 3)).toBeCloseTo(0, 14);
  expect(meyerWallach(state(circuit(2, h(0), cx(0, 1))), 2)).toBeCloseTo(1, 14);
  expect(meyerWallach(state(circuit(4, h(0), cx(0, 1), cx(1, 2), cx(2, 3))), 4)).toBeCloseTo(1, 14);
  expect(meyerWallach([1, 0, 0, 0], 1)).toBe(0);
});

test('a W state of three qubits has 8/9', () => {
  const w = new Float64Array(16);
  for (const k of [1, 2, 4]) w[2 * k] = 1 / Math.sqrt(3);
  expect(meyerWallach(w, 3)).toBeCloseTo(8 / 9, 14);
});

test('it is the measure that Meyer and Wallach define', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.nat(), (qubits, seed) => {
      const drawn = haar(qubits, seed);
      expect(meyerWallach(drawn, qubits)).toBeCloseTo(byWedges(drawn, qubits), 12);
    }),
    { seed: 5, numRuns: 40 },
  );
});

test('random states have (N − 2)/(N + 1) on average', () => {
  for (const qubits of [1, 2, 3, 5]) {
    const drawn = Array.from({ length: 1500 }, (_, seed) => meyerWallach(haar(qubits, seed), qubits));
    const mean = drawn.reduce((sum, q) => sum + q, 0) / drawn.length;
    const size = 2 ** qubits;
    // A value between 0 and 1 scatters by ½ at most.
    expect(Math.abs(mean - (size - 2) / (size + 1))).toBeLessThan((4 * 0.5) / Math.sqrt(drawn.length));
  }
});

test('what is no state is refused', () => {
  expect(() => meyerWallach([1, 0, 0], 1)).toThrow(
    'meyerWallach was given 3 numbers for 1 qubits. A state of n qubits has 2ⁿ amplitudes, of two numbers each.',
  );
  expect(() => meyerWallach([1, 0, 1, 0], 1)).toThrow('whose squares have the sum 2. Those of a state have the sum 1.');
});
