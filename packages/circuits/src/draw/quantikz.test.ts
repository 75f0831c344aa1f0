import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomCircuit } from '../../test/random-circuit.ts';
import { written } from '../angle.ts';
import { hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { amplitudeEncoding } from '../encodings/amplitude-encoding.ts';
import { type Gate, rotation } from '../gates.ts';
import { controlled, cswap, cx, ecr, gate, h, type Op, rzz, sxdg } from '../op.ts';
import { ROWS } from '../table-name.ts';
import { quantikz } from './quantikz.ts';

/** The cells between the sticks on the left and the wires on the right, by row. */
function cellsOf(environment: string): readonly (readonly string[])[] {
  const [, body] = /^\\begin\{quantikz\}\n(.*)\n\\end\{quantikz\}$/s.exec(environment) ?? [];
  const rows = body.split(' \\\\\n').map((row) =>
    row
      .trimStart()
      .split('&')
      .map((cell) => cell.trim()),
  );
  for (const row of rows) {
    expect(row).toHaveLength(rows[0].length);
    expect(row[0]).toMatch(/^(\\lstick.*)?$/);
    expect(row.at(-1)).toBe('\\qw');
    for (const cell of row) expect(balanced(cell)).toBe(true);
  }
  return rows.map((row) => row.slice(1, -1));
}

function balanced(cell: string): boolean {
  let depth = 0;
  for (const [token] of cell.matchAll(/\\.|[{}]/g)) {
    depth += token === '{' ? 1 : token === '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

interface Read {
  readonly dots: readonly number[];
  readonly rest: readonly number[];
  readonly labels: readonly string[];
}

/** The ops of a column, read from its cells alone: rows that lines and boxes join are one op. */
function readColumn(cells: readonly string[]): readonly Read[] {
  const group = cells.map((_, row) => row);
  const join = (one: number, other: number) => {
    expect(cells[other], `a line from row ${one} ends in row ${other}`).not.toBe('\\qw');
    const [from, to] = [group[other], group[one]];
    group.forEach((of, row) => {
      if (of === from) group[row] = to;
    });
  };
  cells.forEach((cell, row) => {
    for (const [, down] of cell.matchAll(/\\(?:ctrl|swap|vqw)\{(-?\d+)\}/g)) {
      const end = row + Number(down);
      for (const crossed of cells.slice(Math.min(row, end) + 1, Math.max(row, end))) expect(crossed).toBe('\\qw');
      join(row, end);
    }
    const height = Number(/\\gate\[wires=(\d+)\]/.exec(cell)?.[1] ?? 1);
    for (let inner = row + 1; inner < row + height; inner++) {
      expect(cells[inner]).toMatch(/^(\\gateinput\{\$\d\$\})?$/);
      join(row, inner);
    }
  });
  const busy = cells.flatMap((cell, row) => (cell === '\\qw' ? [] : [row]));
  return [...new Set(busy.map((row) => group[row]))].map((of) => {
    const rows = busy.filter((row) => group[row] === of);
    const isDot = (row: number) => /^\\(ctrl|control)/.test(cells[row]);
    return {
      dots: rows.filter(isDot),
      rest: rows.filter((row) => !isDot(row)),
      labels: rows.flatMap(
        (row) => /\\gate(?:\[[^\]]*\])*\{(.*?)\}(?:\\(?:vqw|gateinput)\{[^}]*\})*$/.exec(cells[row])?.[1] ?? [],
      ),
    };
  });
}

/** Where an op acts, its targets among the dots if they are marked by one. */
function actingOn({ gate: row, controls, targets }: Op): Omit<Read, 'labels'> {
  const dotted = 'mark' in row && row.mark === '●' && controls.length > 0;
  const sorted = (qubits: readonly number[]) => [...qubits].sort((one, other) => one - other);
  return { dots: sorted(dotted ? [...controls, ...targets] : controls), rest: dotted ? [] : sorted(targets) };
}

const readOps = (of: Circuit) => {
  const rows = cellsOf(quantikz(of));
  expect(rows).toHaveLength(of.qubits);
  return rows[0].flatMap((_, k) => readColumn(rows.map((row) => row[k])));
};

describe.each([0, 1, 2])('under %i controls', (controls) => {
  test.each(ROWS)('$name is written on its qubits, and names itself', (row: Gate) => {
    for (const targets of [
      [2, 3],
      [3, 2],
      [1, 4],
    ].map((pair) => pair.slice(0, row.qubits))) {
      const placed = 'axis' in row ? gate(row)(0.25, ...targets) : gate(row)(...targets);
      const op = controlled(placed, ...[0, 5].slice(0, controls));
      const read = readOps(circuit(6, op));
      expect(read).toHaveLength(1);
      expect(read[0]).toMatchObject(actingOn(op));
      const marked = 'mark' in row && (controls > 0 || row.qubits > 1);
      const name = row.name.toUpperCase().replace(/DG$/, '');
      for (const label of read[0].labels)
        expect(label.replace(/\\mathrm|[{}_]/g, '')).toMatch(
          new RegExp(
            `^${name}[01]?${row.name.endsWith('dg') ? '\\^\\\\dagger' : ''}${'axis' in row ? '\\(0\\.25\\)' : ''}$`,
          ),
        );
      expect(read[0].labels.length > 0).toBe(!marked);
    }
  });
});

test('random circuits are read back from their cells, op by op', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 6 }), fc.nat(25), (seed, qubits, ops) => {
      const of = randomCircuit(seed, { qubits, ops, controls: 3 });
      const key = ({ dots, rest }: Omit<Read, 'labels'>) => `${dots}/${rest}`;
      const angles = of.ops.flatMap((op) => ('angle' in op ? [written(op.angle).replace('−', '-')] : []));
      const read = readOps(of);
      expect(read.map(key).sort()).toEqual(of.ops.map(actingOn).map(key).sort());
      expect(read.flatMap(({ labels }) => /\((.*)\)/.exec(labels[0] ?? '')?.[1] ?? []).sort()).toEqual(angles.sort());
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('a Bell pair, a controlled swap, and gates that cross a qubit', () => {
  expect(quantikz(circuit(3, h(0), cx(0, 1), cswap(2, 0, 1), rzz(0.5, 2, 0), sxdg(1)))).toBe(
    [
      '\\begin{quantikz}',
      '  \\lstick{\\ket{0}} & \\gate{H} & \\ctrl{1} & \\swap{1} & \\gate{R_{ZZ}(0.5)} & \\qw & \\qw \\\\',
      '  \\lstick{\\ket{0}} & \\qw & \\targ{} & \\targX{} & \\qw & \\gate{\\mathrm{SX}^\\dagger} & \\qw \\\\',
      '  \\lstick{\\ket{0}} & \\qw & \\qw & \\ctrl{-1} & \\gate{R_{ZZ}(0.5)}\\vqw{-2} & \\qw & \\qw',
      '\\end{quantikz}',
    ].join('\n'),
  );
});

test('where the order of its qubits matters, a gate says which is which', () => {
  const rzx = gate({ name: 'rzx', ...rotation('ZX') });
  const [top, below] = cellsOf(quantikz(circuit(3, ecr(1, 0), rzx(0.5, 2, 0))));
  expect(top).toEqual(['\\gate[wires=2][1.8cm]{\\mathrm{ECR}}\\gateinput{$1$}', '\\gate{R_{ZX,1}(0.5)}']);
  expect(below).toEqual(['\\gateinput{$0$}', '\\qw']);
});

test('amplitudes are a brace over all qubits', () => {
  const text = quantikz(circuit(2, amplitudeEncoding(4), h(1)));
  expect(text.split('\n').slice(1, 3)).toEqual([
    '  \\lstick[wires=2]{\\ket{\\psi(x)}} & \\qw & \\qw \\\\',
    '   & \\gate{H} & \\qw',
  ]);
});

test('a long circuit is folded into environments of so many columns', () => {
  const whole = cellsOf(quantikz(hardwareEfficient(3, { layers: 3 })));
  const parts = quantikz(hardwareEfficient(3, { layers: 3 }), { columns: 5 })
    .split('\n\n')
    .map(cellsOf);
  expect(parts.length).toBe(Math.ceil(whole[0].length / 5));
  expect(whole.map((_, row) => parts.flatMap((part) => part[row]))).toEqual(whole);
});

test('what LaTeX would read as a command is written as it is', () => {
  const odd = gate({ name: 'a_b%', ...rotation('Z') })(0.5, 0);
  expect(cellsOf(quantikz(circuit(1, odd)))).toEqual([['\\gate{\\mathrm{A\\_B\\%}(0.5)}']]);
});

test('columns are a whole number', () => {
  expect(() => quantikz(circuit(1), { columns: 0 })).toThrow(
    'quantikz was given columns 0. An environment has a whole number from 1, or Infinity.',
  );
});
