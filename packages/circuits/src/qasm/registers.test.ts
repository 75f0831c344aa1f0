import { describe, expect, test } from 'vitest';
import { opsOf, refusal, THREE } from '../../test/qasm-ops.ts';
import { readQasm } from './read-qasm.ts';

describe('a register has each entry once:', () => {
  test.each([
    ['let a = q ++ q;', 'What a is taken from has an entry twice.'],
    ['let a = q[0:1] ++ q[1];', 'What a is taken from has an entry twice.'],
    ['x q[{0, 0}];', 'What q is taken from has an entry twice.'],
    ['x q[{0, -2}];', 'What q is taken from has an entry twice.'],
    ['bit[2] c; c[{0, 0}] = measure q;', 'What c is taken from has an entry twice.'],
    ['bit[2] c; let d = c[0:1];', 'Names for bits are not supported: write c itself in place of d.'],
  ])('%s', (text, message) => {
    expect(refusal(`${THREE}qubit[2] q; ${text}`)).toContain(message);
  });
});

test('a list of one is a register of one, an entry is not', () => {
  expect(opsOf(`${THREE}qubit[3] q; let a = q[{2}]; x a[0]; let b = q[1:1]; y b[0];`)).toEqual(['x 2', 'y 1']);
  expect(refusal(`${THREE}qubit[3] q; let a = q[2]; x a[0];`)).toContain('a is a single one and has no entries');
  expect(refusal(`${THREE}qubit[3] q; cx q[{0}], q[1:2];`)).toContain(
    'Registers of 1 and 2 qubits do not go together.',
  );
});

describe('qubits of a device', () => {
  test('are as many as the highest needs, without a declaration', () => {
    const text = `${THREE}bit[2] c; h $0; cx $0, $3; ctrl @ x $03, $1; barrier $0, $5; c[0] = measure $3;`;
    expect(opsOf(text)).toEqual(['h 0', 'cx 0,3', 'cx 3,1']);
    const { circuit, qubits, measurements } = readQasm(text);
    expect(circuit.qubits).toBe(6);
    expect(qubits[3]).toEqual({ name: '$3', start: 3, length: 1 });
    expect(measurements).toEqual([{ qubit: 3, bit: 0 }]);
  });

  test.each([
    ['x $0; qubit q;', 'Qubits of a device, as $0, stand in place of declared qubits, not beside them.'],
    ['x $30;', '$30 is too high: there may be 30 qubits. Number them anew.'],
    ['cx $1, $1;', 'cx was given one qubit twice.'],
    ['x $1[0];', 'Expected ";", but found "[".'],
    ['qubit $1;', 'Expected the name of the register, but found "$1".'],
    ['bit c; c = measure $1; x $1;', '$1 is measured in line 3, and acted on here.'],
    ['gate g a { x $0; }', 'Expected a qubit of the gate g, which are a, but found $0.'],
  ])('are refused otherwise: %s', (text, message) => {
    expect(refusal(THREE + text)).toContain(message);
  });
});

test('a qubit on which nothing has acted may be reset', () => {
  const nothing = 'gate nothing a { } qubit q; id q; nothing q; reset q;';
  expect(opsOf(`${THREE}${nothing} x q;`)).toEqual(['x 0']);
  expect(refusal(`${THREE}${nothing} x q; reset q;`)).toContain('q is reset after it was used.');
});
