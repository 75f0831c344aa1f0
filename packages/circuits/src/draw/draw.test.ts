import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCircuit } from '../../test/random-circuit.ts';
import { circuit } from '../circuit.ts';
import { ecr, rzz, sdg, sxdg } from '../op.ts';
import { draw } from './draw.ts';

test('an inverse has a dagger', () => {
  expect(draw(circuit(1, sdg(0), sxdg(0)))).toBe('0: ─S†──SX†─');
});

test('a qubit that is crossed is not touched, and the qubits of a gate are numbered where their order matters', () => {
  expect(draw(circuit(3, rzz(0.5, 0, 2), ecr(2, 0)))).toBe(
    ['0: ─RZZ(0.5)──ECR₁─', '       │       │', '1: ────┼───────┼───', '       │       │', '2: ─RZZ(0.5)──ECR₀─'].join(
      '\n',
    ),
  );
});

test('every line keeps to the width, unless one column is wider', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 24, max: 90 }), (seed, width) => {
      const text = draw(randomCircuit(seed, { qubits: 4, ops: 20, variable: true }), { width });
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
    }),
    { seed: 1, numRuns: 100 },
  );
  expect(draw(circuit(2, rzz(0.5, 0, 1), rzz(0.5, 0, 1)), { width: 0 }).match(/^0: ─RZZ\(0.5\)─$/gm)).toHaveLength(2);
});

test('a width is a number', () => {
  expect(() => draw(circuit(1), { width: Number.NaN })).toThrow(
    'draw was given width NaN. It folds at a number from 0, and nowhere at Infinity.',
  );
});
