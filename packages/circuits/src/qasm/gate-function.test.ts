import { describe, expect, test } from 'vitest';
import { opsOf, refusal, THREE } from '../../test/qasm-ops.ts';

describe('a definition', () => {
  test.each([
    ['gate g(a) r { rx(pi) r; } const float pi = 1.0; qubit q; g(0) q;', ['rx(3.14) 0']],
    ['const float c = 0.5; gate g(a) r { rx(a*c) r; } qubit q; g(3) q;', ['rx(1.5) 0']],
    ['const int k = 2; gate g r { pow(k) @ rx(0.5) r; } qubit q; g q;', ['rx(1) 0']],
    ['gate g(k) r { pow(k) @ rx(0.5) r; } qubit q; g(3) q;', ['rx(1.5) 0']],
    ['array[float, 2] c = {0.5, 0.25}; gate g r { rx(c[1]) r; } qubit q; g q;', ['rx(0.25) 0']],
    ['gate g(a) r { rx(1/(a - 1)) r; } qubit q; g(3.0) q;', ['rx(0.5) 0']],
    ['gate g(a) r { rx(sqrt(a - 2)) r; } qubit q; g(3.0) q;', ['rx(1) 0']],
    ['gate rx(a) r { ry(1/(a - 0.7)) r; } qubit q; rx(1.7) q;', ['ry(1) 0']],
  ])('has its own angles, and what was known where it stands: %s', (text, expected) => {
    expect(opsOf(THREE + text)).toEqual(expected);
  });

  test.each([
    ['array[float, 2] a = {5.0, 6.0}; gate g(a) r { rx(a[0]) r; }', 'a is an angle of the gate, and no array'],
    ['array[float, 2] c = {5.0, 6.0}; gate g(a) r { rx(c[a]) r; }', 'An index is known where the gate is defined'],
    ['gate g(a) r { rx(b) r; } const float b = 1.0;', 'There is no b.'],
    ['gate g(a) r { rx(foo(a)) r; }', 'There is no function foo.'],
    ['gate g(a) r { rx(1/0) r; }', 'This divides by 0.'],
    ['gate g(a) r { rx(sin(a, a)) r; }', 'sin takes 1 number, but was given 2.'],
    ['gate g(a) r, s { ctrl(a) @ x r, s; }', 'How many controls ctrl takes is known where the gate is defined.'],
    ['gate g(a) a { }', 'The gate g calls two of its own a.'],
    ['gate g a, b { cx a; }', 'cx takes 2 qubits, but was given 1.'],
    ['gate g a, b { ctrl @ cx a, b; }', 'cx takes 2 qubits, but was given 1.'],
    ['gate g a, b { ctrl(3) @ x a, b; }', 'x has 3 controls, but was given 2 qubits.'],
    [`gate g ${[...Array(31).keys()].map((k) => `a${k}`)} { }`, 'The gate g acts on 31 qubits. There may be 30.'],
  ])('is checked where it stands, used or not: %s', (text, message) => {
    expect(refusal(`${THREE}${text} qubit q;`)).toContain(message);
  });
});
