import { expect, test } from 'vitest';
import { hardwareEfficient } from './ansatz/hardware-efficient.ts';
import { circuit } from './circuit.ts';
import { draw } from './draw/draw.ts';
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

test('chosen qubits are looked at in the order given, whatever the others are', () => {
  const u = circuit(3, h(0), cx(0, 1), x(2));
  const near = (values: Float64Array) => [...values].map((value) => Number(value.toFixed(12)));
  expect(near(probabilities(u, {}, { qubits: [2, 0] }))).toEqual([0, 0.5, 0, 0.5]);
  expect(near(probabilities(u, {}, { qubits: [0, 2] }))).toEqual([0, 0, 0.5, 0.5]);
  expect(near(probabilities(u, {}, { qubits: [1] }))).toEqual([0.5, 0.5]);
  expect([...sample(u, {}, { shots: 3, seed: 1, qubits: [2] })]).toEqual([1, 1, 1]);
});

test('qubits that a circuit has not, none, or one twice are refused', () => {
  expect(() => probabilities(bell, {}, { qubits: [0, 2] })).toThrow(
    'probabilities was given qubit 2. Its qubits are whole numbers from 0 to 1.',
  );
  expect(() => probabilities(bell, {}, { qubits: [] })).toThrow('probabilities was given no qubits.');
  expect(() => sample(bell, {}, { shots: 1, seed: 1, qubits: [1, 1] })).toThrow(
    'sample was given one qubit twice: (1,1). Its qubits must all differ.',
  );
  expect(() => sample(bell, {}, { shots: 1, seed: 1, qubits: 1 as never })).toThrow('sample was given 1 for qubits.');
});

test('a drawing is folded where it would pass the width', () => {
  const lines = draw(hardwareEfficient(3, { layers: 4 }), { width: 60 }).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(lines.filter((line) => line.startsWith('0: ')).length).toBeGreaterThan(1);
});
