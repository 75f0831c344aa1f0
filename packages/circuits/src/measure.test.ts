import { expect, test } from 'vitest';
import { hardwareEfficient } from './ansatz/hardware-efficient.ts';
import { circuit } from './circuit.ts';
import { draw } from './draw.ts';
import { probabilities, sample, state } from './measure.ts';
import { cx, h, x } from './op.ts';

const bell = circuit(2, h(0), cx(0, 1));

test('qubit q is bit q of the index', () => {
  expect([...probabilities(circuit(3, x(2)))]).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
});

test('a Bell pair is half |00⟩, half |11⟩, and its shots are nothing else', () => {
  expect([...state(bell)].map((value) => Number(value.toFixed(12)))).toEqual(
    [Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0].map((value) => Number(value.toFixed(12))),
  );
  const outcomes = sample(bell, {}, { shots: 1000, seed: 3 });
  expect(outcomes.filter((outcome) => outcome === 0).length).toBeGreaterThan(400);
  expect(outcomes.every((outcome) => outcome === 0 || outcome === 3)).toBe(true);
  expect(outcomes.some((outcome) => outcome === 3)).toBe(true);
});

test('a drawing is folded where it would pass the width', () => {
  const lines = draw(hardwareEfficient(3, { layers: 4 }), { width: 60 }).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(lines.filter((line) => line.startsWith('0: ')).length).toBeGreaterThan(1);
});
