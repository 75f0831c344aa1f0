import { describe, expect, test } from 'vitest';
import { opsOf } from '../../test/qasm-ops.ts';
import { circuit } from '../circuit.ts';
import { fixed, rotation } from '../gates.ts';
import { controlled, gate, iswap, type Op, rx } from '../op.ts';
import { qasm } from './qasm.ts';

/** The statements, without head and register. */
const body = (op: Op, version: 2 | 3) => qasm(circuit(3, op), { version }).trimEnd().split('\n').slice(2);

const phase = gate({ name: 'phase', ...rotation('II', 0.25) });

test('a rotation about I is a phase, which a control makes visible', () => {
  expect(body(phase(0.5, 0, 1), 3)).toEqual(['qubit[3] q;', 'gphase(-0.375);']);
  expect(body(controlled(phase(0.5, 0, 1), 2), 3)).toEqual(['qubit[3] q;', 'p(-0.375) q[2];']);
  expect(body(phase(0.5, 0, 1), 2)).toEqual(['qreg q[3];']);
  expect(body(controlled(phase(0.5, 0, 1), 2), 2)).toEqual(['qreg q[3];', 'u1(-0.375) q[2];']);
});

describe('U, which has one phase in the specification and another in Qiskit,', () => {
  const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
  const odd = gate({ name: 'odd', ...fixed([[[0, s], c], [c, [0, s]]]) }); // biome-ignore format: a matrix
  test.each([
    ['iswap', iswap(0, 1)],
    ['a controlled iswap', controlled(iswap(0, 1), 2)],
    ['a gate on one qubit', odd(0)],
    ['the same under a control', controlled(odd(0), 1)],
    ['the same under two', controlled(odd(0), 2, 1)],
  ])('is not in the OpenQASM 3 of %s', (_, op) => {
    const text = body(op, 3).join('\n');
    expect(text).not.toMatch(/\bU\(/);
    expect(text).toMatch(/\bc?r[yz]\(/);
  });
});

test('a gate whose name OpenQASM cannot have gets one that begins with a letter', () => {
  const nameless = gate({ name: '½ Tausch', ...fixed([[1, 0, 0, 0], [0, 0, 1, 0], [0, [0, 1], 0, 0], [0, 0, 0, 1]]) }); // biome-ignore format: a matrix
  for (const version of [2, 3] as const) expect(body(nameless(0, 1), version)[0]).toMatch(/^gate [a-z]\w* q0, q1 {/);
});

test.each([
  [Math.PI / 3, 'pi/3'],
  [-1000 * Math.PI, '-1000*pi'],
  [(7 * Math.PI) / 64, '7*pi/64'],
  [1e22, '1e+22'],
  [3, '3.0'],
])('the angle %d is written %s', (angle, written) => {
  const text = qasm(circuit(1, rx(angle, 0)));
  expect(text).toContain(`rx(${written}) q[0];`);
  expect(opsOf(text)).toHaveLength(1);
});
