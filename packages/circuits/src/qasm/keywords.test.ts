import { describe, expect, test } from 'vitest';
import { opsOf, refusal, THREE, TWO } from '../../test/qasm-ops.ts';

describe('OpenQASM 2', () => {
  test.each([
    ['qreg end[2]; x end[0];', ['x 0']],
    ['gate box(t) a { rx(t) a; } qreg q[1]; box(0.5) q[0];', ['rx(0.5) 0']],
    ['gate inv a { x a; } gate output a { inv a; } qreg q[1]; inv q[0]; output q;', ['x 0', 'x 0']],
    ['gate ctrl(a) b { rx(a) b; } gate let a { ctrl(1) a; } qreg for[1]; let for;', ['rx(1) 0']],
    ['gate g(end) port { rx(end) port; } qreg frame[2]; g(2) frame[1];', ['rx(2) 1']],
  ])('takes the words of OpenQASM 3 as names: %s', (text, expected) => {
    expect(opsOf(TWO + text)).toEqual(expected);
  });

  test.each([
    ['qreg q[2]; x q[-1];', 'Expected a whole number from 0, but found "-".'],
    ['qreg q[2]; x q[0:1];', 'Expected "]", but found ":".'],
    ['qreg q; x q;', 'Expected "[", but found ";".'],
    ['qreg q[1]; rx(7%3) q[0];', 'Expected ")", but found "%".'],
    ['qreg q[2]; ctrl @ x q[0], q[1];', 'Modifiers, as ctrl @, are of OpenQASM 3.'],
    ['qreg q[2]; pow(2) @ x q[0];', 'Modifiers, as ctrl @, are of OpenQASM 3.'],
    ['qreg q[2]; measure q;', 'Expected "->", but found ";".'],
    ['qreg q[1]; creg c[1]; if (c == 1) x q[0];', 'Control flow by measured bits is not supported'],
    ['qreg measure[1];', 'Expected the name of the register, but "measure" is a word of OpenQASM 2 itself.'],
    ['x $0;', 'Expected a register, but found "$0".'],
  ])('has no other syntax than its own: %s', (text, message) => {
    expect(refusal(TWO + text)).toContain(message);
  });
});

describe('OpenQASM 3', () => {
  test.each([
    ['qubit[2] input;', 'Expected the name of the register, but "input" is a word of OpenQASM 3 itself.'],
    ['gate box a { }', 'Expected the name of the gate, but "box" is a word of OpenQASM 3 itself.'],
    ['gate g(float) a { }', 'Expected the name of an angle, but "float" is a word of OpenQASM 3 itself.'],
    ['const int for = 1;', 'Expected the name of the constant, but "for" is a word of OpenQASM 3 itself.'],
  ])('keeps its words: %s', (text, message) => {
    expect(refusal(`${text} qubit q;`)).toContain(message);
  });

  test.each(['qubit r;', 'qreg r[2];', 'include "stdgates.inc";', 'gate g a { }', 'input float t;'])(
    'has no %s in a loop',
    (text) => {
      expect(refusal(`qubit q; for int i in [0:0] { ${text} }`)).toMatch(
        /" stands in a loop\. It stands outside of all\.$/,
      );
      expect(refusal(`qubit q; for int i in [0:0] ${text}`)).toMatch(
        /" stands in a loop\. It stands outside of all\.$/,
      );
    },
  );

  test('has commas after the last of a list, and its own registers called as the words of pulses are', () => {
    expect(
      opsOf(`${THREE}gate g(a,) b, c, { rx(a,) b; } qubit[2] frame; g(0.5,) frame[{0, 1,}], frame[{1, 0}],;`),
    ).toEqual(['rx(0.5) 0', 'rx(0.5) 1']);
    expect(opsOf(`${THREE}array[float, 2] a = {1, 2,}; qubit q; for int i in {0, 1,} rx(a[i]) q;`)).toHaveLength(2);
  });

  test('says of end that it is not control flow', () => {
    expect(refusal('qubit q; end;')).toBe(
      'To end before the text does is not supported: leave out what follows. Found "end".',
    );
  });
});
