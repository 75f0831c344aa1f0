import { expect, test } from 'vitest';
import { written } from '../angle.ts';
import type { Circuit } from '../circuit.ts';
import { basicEntangler } from './basic-entangler.ts';
import { efficientSU2 } from './efficient-su2.ts';
import { hardwareEfficient } from './hardware-efficient.ts';
import { realAmplitudes } from './real-amplitudes.ts';
import { twoLocal } from './two-local.ts';

const spelled = ({ ops }: Circuit) =>
  ops
    .map((op) => `${op.gate.name}${'angle' in op ? written(op.angle) : ''}(${[...op.controls, ...op.targets]})`)
    .join(' ');

test('in a layer come the rotations of each qubit, then the pairs, and at the end the final ones', () => {
  const u = twoLocal(2, { rotations: ['rz', 'rx'], entangler: 'rzz', layers: 2, final: ['p'], weights: 'a' });
  expect(spelled(u)).toBe(
    'rza₀(0) rxa₁(0) rza₂(1) rxa₃(1) rzza₄(0,1) rza₅(0) rxa₆(0) rza₇(1) rxa₈(1) rzza₉(0,1) pa₁₀(0) pa₁₁(1)',
  );
});

test('the special cases are spelled as their pages say', () => {
  expect(spelled(hardwareEfficient(2))).toBe('ryθ₀(0) rzθ₁(0) ryθ₂(1) rzθ₃(1) x(0,1) ryθ₄(0) ryθ₅(1)');
  expect(spelled(realAmplitudes(3, { final: false }))).toBe('ryθ₀(0) ryθ₁(1) ryθ₂(2) x(1,2) x(0,1)');
  expect(spelled(efficientSU2(1))).toBe('ryθ₀(0) rzθ₁(0) ryθ₂(0) rzθ₃(0)');
  expect(spelled(basicEntangler(2))).toBe('rxθ₀(0) rxθ₁(1) x(0,1)');
  expect(spelled(basicEntangler(3, { rotation: 'rz' }))).toBe('rzθ₀(0) rzθ₁(1) rzθ₂(2) x(0,1) x(1,2) x(2,0)');
});

test('an unknown rotation is refused with those there are', () => {
  expect(() => twoLocal(2, { rotations: ['rw' as 'rx'] })).toThrow('There is no rotation rw. There are rx, ry, rz, p.');
});
