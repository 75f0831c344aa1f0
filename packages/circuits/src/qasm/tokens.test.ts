import { describe, expect, test } from 'vitest';
import { opsOf, refusal, THREE, TWO } from '../../test/qasm-ops.ts';
import { readQasm } from './read-qasm.ts';

test.each(['\n', '\r\n', '\r'])('a comment, a pragma and a line end with %j', (end) => {
  const lines = ['qubit q; // a note', 'x q; #pragma of somebody', 'y q;', 'pragma of somebody', 'z q;', 'foo q;'];
  expect(opsOf(THREE + lines.slice(0, -1).join(end))).toEqual(['x 0', 'y 0', 'z 0']);
  expect(() => readQasm(lines.join(end).replaceAll(/[xyz] q;/g, ''))).toThrow('text:6:1: There is no gate foo.');
});

describe('a pragma', () => {
  test.each(['#pragma braket unitary([[0, 1], [1, 0]]) q[0]', 'pragma braket noise bit_flip(0.1) q[0]'])(
    'that acts is refused: %s',
    (pragma) => {
      expect(refusal(`qubit[1] q;\n${pragma}\n`)).toBe(
        `The pragma "${pragma}" acts on qubits, which is not supported.`,
      );
    },
  );

  test.each(['#pragma braket verbatim', '#pragma braket result state_vector', 'pragma unitary'])(
    'is ignored: %s',
    (pragma) => {
      expect(opsOf(`${THREE}qubit q;\n${pragma}\nx q;`)).toEqual(['x 0']);
    },
  );

  test('stands where a statement may: elsewhere, its words are words', () => {
    expect(refusal('qubit pragma; x q;')).toBe(
      'Expected the name of the register, but "pragma" is a word of OpenQASM 3 itself.',
    );
    expect(refusal('qubit[2] #pragma of somebody')).toContain('The character "#" has no meaning');
    expect(opsOf(`${TWO}gate pragma a { x a; }\nqreg q[1];\npragma q[0]; y q[0];`)).toEqual(['x 0', 'y 0']);
    expect(opsOf(`${TWO}qreg pragma[2]; x pragma[1];`)).toEqual(['x 1']);
  });
});
