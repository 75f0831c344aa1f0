import { near } from '@hqnn/sim/testing';
import { describe, expect, test } from 'vitest';
import { ANSATZE } from '../../test/ansatze.ts';
import { compile } from '../compile.ts';
import { unitary } from '../measure.ts';
import { h } from '../op.ts';

const TOLERANCE = 1e-12;

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, k) => from + k);

const weightsOf = (count: number) => Array.from({ length: count }, (_, k) => 3 * Math.sin(7 * k + 1));

describe.each(ANSATZE)('$name', ({ name, fewest, make, count, layered, shared }) => {
  const sizes = range(fewest, 6).flatMap((qubits) => (layered ? [1, 2, 3] : [1]).map((layers) => ({ qubits, layers })));

  test.each(sizes)('on $qubits qubits, $layers layers, is unitary, and is JSON', ({ qubits, layers }) => {
    const u = make(qubits, { layers });
    const theta = weightsOf(count(qubits, layers));
    const matrix = unitary(u, { theta });
    near(gram(matrix, 2 ** qubits), identity(2 ** qubits), TOLERANCE, name);
    expect(unitary(JSON.parse(JSON.stringify(u)), { theta })).toEqual(matrix);
  });

  test.each(sizes)('on $qubits qubits, $layers layers, has the weights that its page counts', ({ qubits, layers }) => {
    const u = make(qubits, { layers, weights: 'phi' });
    const length = count(qubits, layers);
    expect(u.qubits).toBe(qubits);
    expect(compile(u).vectors).toEqual([{ name: 'phi', start: 0, length }]);
    const used = u.ops.flatMap((op) => ('angle' in op && typeof op.angle === 'object' ? [op.angle.weight?.index] : []));
    expect(new Set(used).size).toBe(length);
    if (!shared) expect(used).toHaveLength(length);
  });

  test('refuses what is no number of qubits or of layers', () => {
    for (const qubits of [fewest - 1, 2.5, 31, Number.NaN])
      expect(() => make(qubits)).toThrow(
        `${name} was given ${qubits} qubits. It takes a whole number from ${fewest} to 30.`,
      );
    if (!layered) return;
    for (const layers of [0, 1.5, Number.NaN])
      expect(() => make(3, { layers })).toThrow(`${name} was given ${layers} layers. It takes a whole number from 1.`);
  });
});

test.each(ANSATZE.filter(({ layered }) => layered))('$name has what stands before each layer there', ({ make }) => {
  const plain = make(3, { layers: 3 });
  const preceded = make(3, { layers: 3, before: (layer) => h(layer) });
  const marks = preceded.ops.flatMap(({ gate, targets }, k) => (gate.name === 'h' ? [{ k, on: targets[0] }] : []));
  expect(marks.map(({ on }) => on)).toEqual([0, 1, 2]);
  expect(marks[0].k).toBe(0);
  const [, second, third] = marks.map(({ k }) => k);
  expect(make(3, { layers: 3 }).ops.slice(0, second - 1)).toEqual(preceded.ops.slice(1, second));
  expect(third - second).toBeGreaterThan(1);
  expect(preceded.ops.filter(({ gate }) => gate.name !== 'h')).toEqual(plain.ops);
});

/** U†U */
function gram(matrix: Float64Array, size: number): Float64Array {
  const product = new Float64Array(2 * size * size);
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++)
      for (let row = 0; row < size; row++) {
        const [a, b] = matrix.subarray(2 * (row * size + j));
        const [c, d] = matrix.subarray(2 * (row * size + k));
        product[2 * (j * size + k)] += a * c + b * d;
        product[2 * (j * size + k) + 1] += a * d - b * c;
      }
  return product;
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(2 * size * size);
  for (let k = 0; k < size; k++) matrix[2 * k * (size + 1)] = 1;
  return matrix;
}
