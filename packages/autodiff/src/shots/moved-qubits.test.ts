import { circuit, compile, crx, cx, ry, rz, vector } from '@hqnn/circuits';
import { expect, test } from 'vitest';
import { movedQubits } from './moved-qubits.ts';

test('an angle moves the qubits of its rotation, its control, and all that later meet these', () => {
  const [a, b, c, d] = vector('theta', 4);
  const { program } = compile(circuit(5, ry(a, 0), cx(0, 1), crx(b, 1, 2), rz(c, 4), cx(3, 4), ry(d, 0)));
  expect([0, 1, 2, 3].map((slot) => movedQubits(program, slot).toString(2))).toEqual(['111', '110', '11000', '1']);
});
