import { near } from '@hqnn/sim/testing';
import { expect, test } from 'vitest';
import { basis, type Complex, cnot, multiplied, onQubit, phase } from '../../test/by-hand.ts';
import { unitary } from '../measure.ts';
import { stronglyEntangling } from './strongly-entangling.ts';

const TOLERANCE = 1e-12;

/** Rot(φ, θ, ω) as PennyLane writes it out. */
function rotMatrix(phi: number, theta: number, omega: number): readonly (readonly Complex[])[] {
  const [c, s] = [Math.cos(theta / 2), Math.sin(theta / 2)];
  return [
    [multiplied([c, 0], phase(-(phi + omega) / 2)), multiplied([-s, 0], phase((phi - omega) / 2))],
    [multiplied([s, 0], phase(-(phi - omega) / 2)), multiplied([c, 0], phase((phi + omega) / 2))],
  ];
}

test.each([
  { qubits: 2, layers: 2, used: [1, 1] },
  { qubits: 3, layers: 3, used: [1, 2, 1] },
  { qubits: 4, layers: 2, ranges: [3, 2], used: [3, 2] },
])('$qubits qubits, $layers layers are the product of their matrices', ({ qubits, layers, ranges, used }) => {
  const theta = Array.from({ length: 3 * qubits * layers }, (_, k) => 2 * Math.sin(3 * k + 1));
  const matrix = unitary(stronglyEntangling(qubits, { layers, ...(ranges ? { ranges } : {}) }), { theta });
  const size = 2 ** qubits;
  for (let column = 0; column < size; column++) {
    let state = basis(qubits, column);
    for (let layer = 0; layer < layers; layer++) {
      for (let q = 0; q < qubits; q++) {
        const [a, b, c] = theta.slice(3 * (layer * qubits + q));
        state = onQubit(state, rotMatrix(a, b, c), q);
      }
      for (let q = 0; q < qubits; q++) state = cnot(state, q, (q + used[layer]) % qubits);
    }
    const actual = state.flatMap((_, row) => [
      ...matrix.subarray(2 * (row * size + column), 2 * (row * size + column) + 2),
    ]);
    near(actual, state.flat(), TOLERANCE, `column ${column}`);
  }
});

test('ranges that do not fit are refused', () => {
  expect(() => stronglyEntangling(3, { layers: 2, ranges: [1] })).toThrow(
    'stronglyEntangling was given 1 ranges for 2 layers. It takes one a layer.',
  );
  for (const range of [0, 3, 1.5, Number.NaN])
    expect(() => stronglyEntangling(3, { layers: 2, ranges: [1, range] })).toThrow(
      `stronglyEntangling was given the range ${range} for layer 1. A range is a whole number from 1 to 2`,
    );
});

test('one qubit is not entangled, and an entangler with an angle has weights of its own', () => {
  expect(stronglyEntangling(1, { layers: 2 }).ops).toHaveLength(6);
  const { ops } = stronglyEntangling(3, { layers: 2, entangler: 'crz' });
  const used = ops.flatMap((op) => ('angle' in op && typeof op.angle === 'object' ? [op.angle.weight?.index] : []));
  expect(used).toEqual([...Array(24).keys()]);
});
