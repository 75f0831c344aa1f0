import { describe, expect, test } from 'vitest';
import { opsOf as ops, THREE, TWO } from '../../test/qasm-ops.ts';
import { draw } from '../draw/draw.ts';
import { QasmError } from './qasm-error.ts';
import { readQasm } from './read-qasm.ts';
import { registerProbabilities } from './register-probabilities.ts';

test('registers lie one after another, the first at qubit 0', () => {
  const { circuit, qubits, bits } = readQasm(`${TWO}qreg a[2]; qreg b[1]; creg c[3]; x b[0]; cx a[1], b[0];`);
  expect(circuit.qubits).toBe(3);
  expect(qubits).toEqual([
    { name: 'a', start: 0, length: 2 },
    { name: 'b', start: 2, length: 1 },
  ]);
  expect(bits).toEqual([{ name: 'c', start: 0, length: 3 }]);
  expect(draw(circuit)).toContain('X');
});

describe('a gate is applied', () => {
  test.each([
    ['qubit[3] q; h q;', ['h 0', 'h 1', 'h 2']],
    ['qubit[2] a; qubit[2] b; cx a, b;', ['cx 0,2', 'cx 1,3']],
    ['qubit a; qubit[2] b; cx a, b;', ['cx 0,1', 'cx 0,2']],
    ['qubit[4] q; x q[1:2]; y q[-1]; z q[{0, 2}]; h q[0:2:3];', ['x 1', 'x 2', 'y 3', 'z 0', 'z 2', 'h 0', 'h 2']],
    ['qubit[4] q; x q[3:-1:2]; h q[:1]; s q[2:];', ['x 3', 'x 2', 'h 0', 'h 1', 's 2', 's 3']],
    ['qubit[2] q; let both = q; let one = q[1]; x both; y one;', ['x 0', 'x 1', 'y 1']],
    ['qubit[3] q; ctrl @ ctrl @ x q[0], q[1], q[2]; ctrl(2) @ z q[2], q[1], q[0];', ['ccx 0,1,2', 'ccz 2,1,0']],
    ['qubit[2] q; negctrl @ x q[0], q[1];', ['x 0', 'cx 0,1', 'x 0']],
    ['qubit[2] q; inv @ s q[0]; inv @ rx(0.5) q[1]; inv @ h q[0];', ['sdg 0', 'rx(−0.5) 1', 'h 0']],
    ['qubit q; pow(2) @ rx(0.5) q; pow(-2) @ x q; pow(0) @ x q;', ['rx(1) 0', 'x 0', 'x 0']],
    ['gate f(a) p, q { rx(a/2) q; cx p, q; } qubit[2] q; inv @ f(1) q[0], q[1];', ['cx 0,1', 'rx(−0.5) 1']],
    ['qubit[3] q; for int i in [0:1] { cx q[i], q[i + 1]; } for uint i in {2} x q[i];', ['cx 0,1', 'cx 1,2', 'x 2']],
    ['const int n = 3; const float a = pi/4; qubit[n] q; rx(a*2) q[n - 1];', ['rx(1.57) 2']],
    ['array[float[64], 2] a = {0.25, 0.5}; qubit q; rx(a[0]) q; rx(a[-1]) q;', ['rx(0.25) 0', 'rx(0.5) 0']],
    ['qubit[2] q; id q; barrier q; barrier; @note of somebody\nh q[0]; pragma of somebody\n', ['h 0']],
  ])('%s', (text, expected) => {
    expect(ops(THREE + text)).toEqual(expected);
  });
});

describe('an expression', () => {
  test.each([
    ['-2**2', -4],
    ['2**3**2', 512],
    ['1 - 2 - 3', -4],
    ['2 + 3*4', 14],
    ['(2 + 3)*4', 20],
    ['7 % 4', 3],
    ['6/3/2', 1],
    ['0x1F + 0b11 + 0o17 + 1_000', 1049],
    ['1e-3 + .5 + 2.', 2.501],
    ['sin(π/2) + cos(0) + sqrt(4.0) + ln(ℇ)', 5],
    ['pow(2, 3) + floor(2.7) + int(3.9)', 13],
  ])('%s is %d', (text, value) => {
    const [op] = readQasm(`${THREE}qubit q; rx(${text}) q;`).circuit.ops;
    expect('angle' in op && op.angle).toBeCloseTo(value, 12);
  });

  test('of OpenQASM 2 divides whole numbers as real ones, and has ^ for powers', () => {
    expect(ops(`${TWO}qreg q[1]; rx(1/2) q[0]; rx(2^3) q[0];`)).toEqual(['rx(0.5) 0', 'rx(8) 0']);
  });
});

describe('an input', () => {
  test.each([
    ['input float theta_1; qubit q; rx(theta_1) q;', ['rx(θ₁) 0']],
    ['input angle[32] phi; qubit q; rx(-phi + pi) q;', ['rx(−φ₀+3.14) 0']],
    ['input float[64] x_2; input float s_0; qubit q; ry(2*s_0*x_2 - 1) q;', ['ry(2·s₀·x₂−1) 0']],
    ['input array[float[64], 2] x; qubit q; ry(x[0]/2) q; ry(x[-1]) q;', ['ry(0.5·x₀) 0', 'ry(x₁) 0']],
    ['input float θ; input float x; qubit q; rz(θ*(x + 1)) q;', ['rz(θ₀) 0', 'rz(θ₀·x₀) 0']],
    ['input float a_0; input float b_0; qubit q; rz(a_0 + 2*b_0 + 1) q;', ['rz(a₀+1) 0', 'rz(2·b₀) 0']],
    ['input float t_0; qubit[2] q; cu1(t_0) q[0], q[1]; pow(3) @ ry(t_0) q[0];', ['cp(t₀) 0,1', 'ry(3·t₀) 0']],
    ['input float t_0; qubit q; U(t_0, 0.5, -t_0) q;', ['p(−t₀) 0', 'ry(t₀) 0', 'p(0.5) 0']],
  ])('%s', (text, expected) => {
    expect(ops(THREE + text)).toEqual(expected);
  });
});

test('what is measured last is final, wherever it stands, and into whichever bits', () => {
  const text = `${TWO}qreg q[3]; creg a[1]; creg b[2]; x q[0]; measure q[0] -> b[1]; h q[1]; measure q[1] -> a[0]; x q[2];`;
  const program = readQasm(text);
  expect(program.measurements).toEqual([
    { qubit: 1, bit: 0 },
    { qubit: 0, bit: 2 },
  ]);
  const distribution = registerProbabilities(program);
  expect(Object.keys(distribution)).toEqual(['4', '5']);
  expect(distribution[4]).toBeCloseTo(0.5, 12);
});

test('bits are measured by assignment and in a declaration; a register of over 32 bits has its value in full', () => {
  const text = `${THREE}qubit[2] q; bit[40] c; x q; c[39] = measure q[0]; bit[2] d = measure q; measure q[0];`;
  expect(readQasm(text).measurements.map(({ qubit, bit }) => [qubit, bit])).toEqual([
    [0, 39],
    [0, 40],
    [1, 41],
  ]);
  expect(Object.keys(registerProbabilities(readQasm(text)))).toEqual([`${2n ** 39n + 2n ** 40n + 2n ** 41n}`]);
  expect(registerProbabilities(readQasm(`${THREE}qubit q; h q;`))).toEqual({ 0: 1 });
});

test('a definition of a gate that the table has is that gate, another of its name is not', () => {
  const rzz = 'gate rzz(a) p, q { cx p, q; rz(a) q; cx p, q; }';
  const swap = 'gate iswap p, q { swap p, q; }';
  expect(ops(`${THREE}${rzz} ${swap} qubit[2] q; rzz(0.5) q[0], q[1]; iswap q[0], q[1];`)).toEqual([
    'rzz(0.5) 0,1',
    'swap 0,1',
  ]);
});

test('files are included by whoever can read them', () => {
  const include = (name: string) => {
    if (name === 'mine.inc') return 'gate mine a { h a; }';
    throw new Error('No such file.');
  };
  const { circuit } = readQasm(`${THREE}include "mine.inc"; qubit q; mine q;`, { include });
  expect(circuit.ops).toHaveLength(1);
  expect(() => readQasm('include "other.inc"; qubit q;', { include, file: 'a.qasm' })).toThrow(
    'a.qasm:1:1: The file other.inc cannot be read. No such file.',
  );
});

describe('is refused, with file, line and column:', () => {
  test.each([
    ['qubit[2] q\nh q;', '2:1: Expected ";", but found "h".'],
    ['qubit[2] q; h q', '1:16: Expected ";", but found the end of the text.'],
    ['qubit[2] q; h a;', '1:15: There is no a. Expected a register of qubits of that name.'],
    ['qubit[2] q; foo q;', '1:13: There is no gate foo. Define it, or include the library that has it.'],
    ['qubit[2] q; h q[2];', '1:15: q[2] does not exist: q has the entries 0 to 1.'],
    ['qubit[2] q; cx q[0], q[0];', '1:13: cx was given one qubit twice.'],
    ['qubit[2] q; cx q[0];', '1:13: cx takes 2 qubits, but was given 1.'],
    ['qubit[2] q; rx q[0];', '1:13: rx takes 1 angle, but was given 0.'],
    ['qubit[2] a; qubit[3] b; cx a, b;', '1:25: Registers of 2 and 3 qubits do not go together.'],
    ['qubit q; qubit q;', '1:10: q is declared twice.'],
    ['qubit[31] q;', '1:1: With q there are 31 qubits. There may be 30.'],
    ['bit c;', '1:7: The text declares no qubits.'],
    ['qubit q; bit c; c = measure q; h q;', '1:32: q is measured in line 1, and acted on here.'],
    ['qubit q; h q; reset q;', '1:15: q is reset after it was used.'],
    ['qubit q; bit c; if (c == 1) x q;', '1:17: Control flow by measured bits is not supported'],
    ['qubit q; while (true) { }', '1:10: Control flow by measured bits'],
    ['def f() { }', '1:1: Subroutines are not supported: write them as gates. Found "def".'],
    ['defcal x $0 { }', '1:1: Calibration is not supported. Found "defcal".'],
    ['qubit q; delay[100ns] q;', '1:10: Timing is not supported. Found "delay".'],
    ['qubit q; rx(10ns) q;', '1:15: Timing is not supported, but 10ns is a duration.'],
    ['int n; qubit q;', '1:5: n has no value. Give it one here, or declare it input.'],
    ['int n = 1; n = 2; qubit q;', '1:12: Only a measurement is assigned, but n is given another value.'],
    ['qubit q; rx(1/2) q;', '1:14: 1/2 divides whole numbers, of which OpenQASM 3 drops the fraction. Write 1.0/2.'],
    ['qubit q; rx(1/0) q;', '1:14: This divides by 0.'],
    ['qubit q; rx(sqrt(-1)) q;', '1:13: sqrt of -1 is not a finite number.'],
    ['qubit q; rx(foo(1)) q;', '1:13: There is no function foo.'],
    ['qubit q; rx(a) q;', '1:13: There is no a. Expected a number of that name.'],
    ['input float x_0; input float x_1; qubit q; rx(x_0*x_1) q;', '1:50: The product of x₀ and x₁ is not an angle.'],
    ['input float a; qubit q; rx(sin(a)) q;', '1:28: sin takes a number, but was given an input.'],
    ['input int n; qubit q;', '1:7: Expected float, angle or an array of them'],
    ['input float t; input float t_0; qubit q;', '1:16: Two inputs are one weight, t_0 the second.'],
    ['qubit q; pow(0.5) @ x q;', '1:14: pow takes a whole number, but was given 0.5'],
    ['qubit[2] q; ctrl(0) @ x q[0];', '1:13: ctrl takes a whole number from 1, but was given 0.'],
    ['gate f a { h b; } qubit q;', '1:14: Expected a qubit of the gate f, which are a, but found b.'],
    ['gate f a { measure a; } qubit q;', '1:12: The gate f is made of gates alone, but found "measure".'],
    ['gate f a { f a; } qubit q;', '1:12: There is no gate f.'],
    ['gate f(a, a) q { } qubit q;', '1:1: The gate f calls two of its own a.'],
    ['opaque f a; qubit q; f q;', '1:22: The gate f is opaque'],
    ['qubit q; bit[2] c; c = measure q;', '1:20: 1 qubits are measured into 2 bits.'],
    ['qubit q; bit c = 1;', '1:18: Expected measure, or zeros: bits begin as 0, but found "1".'],
    ['qubit q; /* h q;', '1:10: A comment begins here and has no end.'],
    ['qubit q; h q; ?', '1:15: The character "?" has no meaning in OpenQASM.'],
    ['qubit q; 3;', '1:10: Expected a statement, but found "3".'],
    ['OPENQASM 4.0; qubit q;', '1:1: The version stands once'],
    ['include "foo.inc"; qubit q;', '1:1: The file foo.inc is not known.'],
    ['qubit q; for int i in [0:] { }', '1:10: A range that counts has a first and a last number'],
  ])('%s', (text, message) => {
    let thrown: unknown;
    try {
      readQasm(`include "stdgates.inc"; ${text}`, { file: 'a.qasm' });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(QasmError);
    // The library is included before the text, in its first line.
    const moved = `${thrown}`.replace(/a\.qasm:1:(\d+)/, (_, column) => `a.qasm:1:${Number(column) - 24}`);
    expect(moved).toContain(`a.qasm:${message}`);
  });

  test.each([
    ['OPENQASM 4.0;', '1:10: Expected the version 2.0 or 3.0, but found "4.0".'],
    [
      'OPENQASM 2.0; qreg q[1]; h q[0];',
      '1:26: There is no gate h. Define it, or include the library that has it: "stdgates.inc", or "qelib1.inc"',
    ],
    ['OPENQASM', '1:9: Expected the version 2.0 or 3.0, but found the end of the text.'],
    ['', '1:1: The text declares no qubits.'],
  ])('%s', (text, message) => {
    expect(() => readQasm(text)).toThrow(`text:${message}`);
  });
});
