import { expect, test } from 'vitest';
import { opsOf, THREE } from '../../test/qasm-ops.ts';
import { readQasm } from './read-qasm.ts';

test('the gates of Amazon Braket are there, by its names', () => {
  const text = `i q[0]; cnot q[0], q[1]; ccnot q[0], q[1], q[2]; v q[0]; vi q[0]; si q[0]; ti q[0]; phaseshift(0.5) q[1];
    cphaseshift(0.5) q[0], q[1]; xx(0.5) q[0], q[1]; yy(0.5) q[0], q[1]; zz(0.5) q[0], q[1];`;
  expect(opsOf(`${THREE}qubit[3] q; ${text}`)).toEqual([
    ...['cx 0,1', 'ccx 0,1,2', 'sx 0', 'sxdg 0', 'sdg 0', 'tdg 0', 'p(0.5) 1'],
    ...['cp(0.5) 0,1', 'rxx(0.5) 0,1', 'ryy(0.5) 0,1', 'rzz(0.5) 0,1'],
  ]);
  expect(opsOf(`${THREE}gate zz a { z a; } qubit[2] v; for int i in [0:1] zz v[i];`)).toEqual(['z 0', 'z 1']);
});

test('an error in a gate of the library stands where the gate is applied', () => {
  expect(() => readQasm(`${THREE}qubit q;\nu2(1.7e308, 1.7e308) q;`)).toThrow(
    'text:4:1: u2 cannot take these angles. 1.7e+308 + 1.7e+308 is not a finite number.',
  );
});
