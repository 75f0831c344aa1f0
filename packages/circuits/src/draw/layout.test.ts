import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCircuit } from '../../test/random-circuit.ts';
import { circuit } from '../circuit.ts';
import { amplitudeEncoding } from '../encodings/amplitude-encoding.ts';
import { adjointGate, fixed, rotation } from '../gates.ts';
import { ccx, cswap, cx, ecr, gate, h, rzz, swap, x } from '../op.ts';
import { ROWS } from '../table-name.ts';
import { labelOf, spelled } from './label.ts';
import { type Column, layout, type Placed } from './layout.ts';

const opsIn = (columns: readonly Column[]) => columns.flat().filter((item): item is Placed => item.kind === 'op');
const only = (...parts: Parameters<typeof circuit>) => opsIn(layout(circuit(...parts)))[0];

const random = fc.tuple(fc.nat(), fc.integer({ min: 2, max: 7 }), fc.nat(30));

test('no op is lost, those on one qubit keep their order, and none stand on one another', () => {
  fc.assert(
    fc.property(random, ([seed, qubits, ops]) => {
      const drawn = randomCircuit(seed, { qubits, ops, variable: true });
      const columns = layout(drawn);
      for (let qubit = 0; qubit < qubits; qubit++) {
        const on = <T extends { controls: readonly number[]; targets: readonly number[] }>(all: readonly T[]) =>
          all.filter(({ controls, targets }) => [...controls, ...targets].includes(qubit));
        expect(on(opsIn(columns)).map(({ label }) => spelled(label))).toEqual(
          on(drawn.ops).map((op) => spelled(labelOf(op))),
        );
        for (const column of columns)
          expect(column.filter(({ first, last }) => first <= qubit && qubit <= last).length).toBeLessThanOrEqual(1);
      }
      expect(opsIn(columns)).toHaveLength(ops);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('an op stands in the first column that is free from its first qubit to its last', () => {
  const columns = layout(circuit(4, h(3), cx(0, 2), h(1), h(3)));
  expect(columns.map((column) => opsIn([column]).map(({ targets }) => targets))).toEqual([
    [[3], [2]],
    [[1], [3]],
  ]);
});

test('targets that are neighbours are one box, others are several, and marked ones stand alone', () => {
  expect(only(4, rzz(0.1, 2, 1)).boxes).toEqual([{ first: 1, last: 2 }]);
  expect(only(4, rzz(0.1, 3, 1)).boxes).toEqual([
    { first: 1, last: 1 },
    { first: 3, last: 3 },
  ]);
  expect(only(4, swap(0, 1)).boxes).toHaveLength(2);
  expect(only(4, cswap(3, 0, 1))).toMatchObject({ first: 0, last: 3, mark: '×', controls: [3], targets: [0, 1] });
});

test('a gate is marked under a control or on two qubits, and named elsewhere', () => {
  expect(only(1, x(0)).mark).toBe(undefined);
  expect(only(3, ccx(0, 2, 1)).mark).toBe('⊕');
  const root = {
    name: 'root',
    ...fixed(
      [
        [1, 0],
        [0, [0, 1]],
      ],
      '◇',
    ),
  };
  const [one, other] = [gate(root)(0), gate(adjointGate(root))(0)].map((op) => only(2, { ...op, controls: [1] }));
  expect([one.mark, other.mark, spelled(other.label)]).toEqual(['◇', undefined, 'ROOT†']);
});

test('the qubits of a gate are told apart exactly where their order matters', () => {
  const ordered = ROWS.filter((row) => row.qubits > 1).filter((row) => {
    const op = 'axis' in row ? gate(row)(0.1, 0, 1) : gate(row)(0, 1);
    return only(2, op).ordered;
  });
  expect(ordered.map(({ name }) => name)).toEqual(['ecr']);
  expect(only(2, gate({ name: 'rzx', ...rotation('ZX') })(0.1, 0, 1)).ordered).toBe(true);
  expect(spelled(only(2, ecr(1, 0)).label, 1)).toBe('ECR₁');
});

test('amplitudes are a column of their own', () => {
  expect(layout(circuit(2, amplitudeEncoding(4), h(0)))[0]).toEqual([{ kind: 'start', first: 0, last: 1 }]);
});
