import { near } from '@hqnn/sim/testing';
import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import * as circuits from '../src/index.ts';
import {
  adjointGate,
  type Circuit,
  ccx,
  ch,
  circuit,
  compile,
  controlled,
  cp,
  cswap,
  cu,
  cx,
  cz,
  draw,
  type Fixed,
  GATES,
  type Gate,
  gate,
  h,
  inverse,
  iswap,
  type Op,
  p,
  rx,
  rxx,
  ry,
  ryy,
  rz,
  rzz,
  s,
  sdg,
  siswap,
  swap,
  sx,
  sxdg,
  t,
  u,
  unitary,
  x,
  y,
  z,
} from '../src/index.ts';

const ALPHA = 0.7;

const rows = Object.values<Gate>(GATES);

/** The gate on the lowest qubits, under as many controls above them. */
function placed(row: Gate, controls: number): Op {
  const targets = [...Array(row.qubits).keys()];
  const op = 'axis' in row ? gate(row)(ALPHA, ...targets) : gate(row)(...targets);
  return controlled(op, ...Array.from({ length: controls }, (_, k) => row.qubits + k));
}

const equal: Record<string, readonly [Parameters<typeof circuit>, Parameters<typeof circuit>]> = {
  'H Z H is X': [
    [1, h(0), z(0), h(0)],
    [1, x(0)],
  ],
  'S X S† is Y': [
    [1, sdg(0), x(0), s(0)],
    [1, y(0)],
  ],
  'S is two T': [
    [1, s(0)],
    [1, t(0), t(0)],
  ],
  'X is two SX': [
    [1, x(0)],
    [1, sx(0), sx(0)],
  ],
  'SX† undoes SX': [[1, sx(0), sxdg(0)], [1]],
  'P(π/4) is T': [
    [1, p(Math.PI / 4, 0)],
    [1, t(0)],
  ],
  'SWAP is three CX': [
    [2, swap(0, 1)],
    [2, cx(0, 1), cx(1, 0), cx(0, 1)],
  ],
  'iSWAP is two of its roots': [
    [2, iswap(0, 1)],
    [2, siswap(0, 1), siswap(0, 1)],
  ],
  'iSWAP is a rotation about XX and YY': [
    [2, iswap(0, 1)],
    [2, rxx(-Math.PI / 2, 0, 1), ryy(-Math.PI / 2, 0, 1)],
  ],
  'CZ is CX between H': [
    [2, cz(0, 1)],
    [2, h(1), cx(0, 1), h(1)],
  ],
  'CP(π) is CZ': [
    [2, cp(Math.PI, 0, 1)],
    [2, cz(0, 1)],
  ],
  'CH is a controlled H': [
    [2, ch(1, 0)],
    [2, ry(-Math.PI / 4, 0), cz(1, 0), ry(Math.PI / 4, 0)],
  ],
  'RXX is RZZ between H': [
    [2, rxx(0.3, 0, 1)],
    [2, h(0), h(1), rzz(0.3, 0, 1), h(0), h(1)],
  ],
  'RZZ is RZ between CX': [
    [2, rzz(0.3, 0, 1)],
    [2, cx(0, 1), rz(0.3, 1), cx(0, 1)],
  ],
  'CSWAP is CX around CCX': [
    [3, cswap(2, 0, 1)],
    [3, cx(1, 0), ccx(2, 0, 1), cx(1, 0)],
  ],
  'U(π/2, 0, π) is H': [
    [1, u(Math.PI / 2, 0, Math.PI, 0)],
    [1, h(0)],
  ],
  'CU(θ, −π/2, π/2, 0) is CRX(θ)': [
    [2, cu(0.4, -Math.PI / 2, Math.PI / 2, 0, 1, 0)],
    [2, controlled(rx(0.4, 0), 1)],
  ],
};

describe.each(SIMULATORS)('on $name', ({ simulator, tolerance }) => {
  const matrixOf = (of: Circuit) => unitary(of, {}, { simulator });
  const identity = (qubits: number) => matrixOf(circuit(qubits));

  describe.each([0, 1, 2])('under %i controls', (controls) => {
    test.each(rows)('$name is undone by its inverse', (row) => {
      const qubits = row.qubits + controls;
      const one = circuit(qubits, placed(row, controls));
      near(matrixOf(circuit(qubits, one, inverse(one))), identity(qubits), tolerance, `${row.name} and its inverse`);
    });

    test.each(rows)('$name acts as itself where all controls are 1, and not at all elsewhere', (row) => {
      const qubits = row.qubits + controls;
      const [matrix, inner] = [
        matrixOf(circuit(qubits, placed(row, controls))),
        matrixOf(circuit(row.qubits, placed(row, 0))),
      ];
      const [size, small] = [2 ** qubits, 2 ** row.qubits];
      const on = size - small;
      const expected = identity(qubits);
      for (let j = 0; j < small; j++)
        for (let k = 0; k < 2 * small; k++) expected[2 * ((on + j) * size + on) + k] = inner[2 * j * small + k];
      near(matrix, expected, tolerance, row.name);
    });
  });

  test.each(Object.entries(equal))('%s', (_, [one, other]) => {
    near(matrixOf(circuit(...one)), matrixOf(circuit(...other)), tolerance, 'matrix');
  });

  test('a gate from outside needs one row', () => {
    const rzx = gate({ name: 'rzx', ...circuits.rotation('ZX') });
    const expected = matrixOf(circuit(2, h(1), rzz(ALPHA, 0, 1), h(1)));
    near(matrixOf(circuit(2, rzx(ALPHA, 0, 1))), expected, tolerance, 'rzx');
  });
});

describe.each([0, 1, 2])('under %i controls', (controls) => {
  test.each(rows)('$name is drawn on each of its qubits', (row) => {
    const text = draw(circuit(row.qubits + controls, placed(row, controls)));
    expect(text.split('\n').filter((line) => /^\d: /.test(line))).toHaveLength(row.qubits + controls);
    expect(text.match(/●/g)?.length ?? 0).toBeGreaterThanOrEqual(controls);
    expect(text).not.toContain('undefined');
  });
});

test.each(rows)('$name is exported under its own name', (row) => {
  expect(row.name in circuits).toBe(true);
});

test.each(rows.filter((row): row is Fixed => 'matrix' in row))(
  'the inverse of the inverse of $name is $name',
  (row) => {
    expect(adjointGate(adjointGate(row)).name).toBe(row.name);
  },
);

test.each(rows)('$name is JSON and back without loss', (row) => {
  const one = circuit(row.qubits, placed(row, 0));
  const back = JSON.parse(JSON.stringify(one));
  expect(unitary(back)).toEqual(unitary(one));
  expect(compile(back)).toEqual(compile(one));
});
