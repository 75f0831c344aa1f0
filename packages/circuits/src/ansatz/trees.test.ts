import { expect, test } from 'vitest';
import { features } from '../angle.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { angleEncoding } from '../encodings/angle-encoding.ts';
import { expectation } from '../expectation.ts';
import { Z } from '../observable.ts';
import { mera } from './mera.ts';
import { qcnn } from './qcnn.ts';
import { halvings, remaining } from './remaining.ts';
import { treeTensor } from './tree-tensor.ts';

/** The pairs that a circuit of one-gate blocks acts on. */
const pairs = ({ ops }: Circuit) => ops.map(({ controls, targets }) => [...controls, ...targets].join()).join(' ');

test('of eight qubits remain four, two and one, and of any number the last', () => {
  expect(halvings(8)).toEqual([
    [0, 1, 2, 3, 4, 5, 6, 7],
    [1, 3, 5, 7],
    [3, 7],
  ]);
  expect(remaining(8, 3)).toEqual([7]);
  expect(remaining(5, 1)).toEqual([1, 3, 4]);
  for (let qubits = 1; qubits <= 20; qubits++) {
    expect(remaining(qubits, halvings(qubits).length)).toEqual([qubits - 1]);
    expect(halvings(qubits).every((level) => level.length >= 2)).toBe(true);
  }
  expect(() => remaining(0, 1)).toThrow('remaining was given 0 qubits.');
});

test('a tree has its blocks where the paper draws them, and a MERA those across besides', () => {
  expect(pairs(treeTensor(8, { block: 'cz' }))).toBe('0,1 2,3 4,5 6,7 1,3 5,7 3,7');
  expect(pairs(treeTensor(5, { block: 'cz' }))).toBe('0,1 2,3 1,3 3,4');
  expect(pairs(mera(8, { block: 'cz' }))).toBe('1,2 3,4 5,6 0,1 2,3 4,5 6,7 3,5 1,3 5,7 3,7');
});

test.each([2, 4, 8, 16])('a MERA on %i qubits has 2n − 2 − log₂ n blocks, a tree n − 1', (qubits) => {
  expect(mera(qubits, { block: 'cz' }).ops).toHaveLength(2 * qubits - 2 - Math.log2(qubits));
  expect(treeTensor(qubits, { block: 'cz' }).ops).toHaveLength(qubits - 1);
});

test('a QCNN convolves in a ring, pools two by two, and shares its weights in a layer', () => {
  expect(pairs(qcnn(4, { block: 'cz', pooling: 'cnot' }))).toBe('0,1 2,3 1,2 3,0 0,1 2,3 1,3 1,3');
  expect(pairs(qcnn(3, { block: 'cz', pooling: 'cnot' }))).toBe('0,1 1,2 2,0 0,1 1,2 1,2');
  const { ops } = qcnn(8, { block: 'rzz', pooling: 'crx' });
  const uses = (weight: number) =>
    ops.filter((op) => 'angle' in op && typeof op.angle === 'object' && op.angle.weight?.index === weight).length;
  expect([0, 1, 2, 3, 4, 5].map(uses)).toEqual([8, 4, 4, 2, 1, 1]);
});

test('a QCNN stops after its layers, and can have no more than halve its qubits', () => {
  expect(pairs(qcnn(8, { layers: 1, block: 'cz', pooling: 'cnot' })).endsWith('0,1 2,3 4,5 6,7')).toBe(true);
  expect(() => qcnn(8, { layers: 4 })).toThrow(
    'qcnn was given 4 layers for 8 qubits. It takes 3 at most: then one qubit remains.',
  );
  expect(() => qcnn(8, { layers: 0 })).toThrow('qcnn was given 0 layers.');
  expect(() => qcnn(8, { pooling: 'max' as 'pooling' })).toThrow('There is no pooling max.');
});

/** Far above the rounding of a value that does not depend on a feature at all. */
const MOVED = 1e-9;

test.each([2, 3, 4, 5, 6, 7])('on %i qubits the result on the last depends on every feature', (qubits) => {
  for (const ansatz of [treeTensor(qubits), mera(qubits), qcnn(qubits)]) {
    const f = expectation(circuit(qubits, angleEncoding(features(qubits)), ansatz), Z(qubits - 1));
    const theta = Array.from({ length: f.program.weights }, (_, k) => 0.5 + 0.3 * Math.sin(k));
    const x = Array.from({ length: qubits }, (_, k) => 0.4 + 0.1 * k);
    const value = f({ x, theta });
    for (let q = 0; q < qubits; q++)
      expect(Math.abs(f({ x: x.with(q, x[q] + 0.5), theta }) - value)).toBeGreaterThan(MOVED);
  }
});
