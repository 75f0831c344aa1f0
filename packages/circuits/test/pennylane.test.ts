import { near } from '@hqnn/sim/testing';
import { describe, expect, test } from 'vitest';
import { numbers, pennylane } from '../../../tooling/oracles/pennylane.ts';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import {
  ccx,
  ccz,
  ch,
  circuit,
  controlled,
  cp,
  crx,
  cry,
  crz,
  cswap,
  cx,
  cy,
  cz,
  ecr,
  gate,
  h,
  iswap,
  type Part,
  p,
  rotation,
  rx,
  rxx,
  ry,
  ryy,
  rz,
  rzz,
  s,
  siswap,
  swap,
  sx,
  t,
  u,
  unitary,
  x,
  y,
  z,
} from '../src/index.ts';

/** PennyLane's gates in ours, on its wires: wire 0 is its most significant bit, so its wire k of n is our qubit n − 1 − k. */
const rot = (a: number, b: number, c: number, target: number) => [rz(a, target), ry(b, target), rz(c, target)];
const exchange = gate({ name: 'exchange', ...rotation('ZZ', -1 / 2) });
const rxy = gate({ name: 'rxy', ...rotation('XY') });
const multi = gate({ name: 'rzzz', ...rotation('ZZZ') });
const GATES: Record<string, (angles: readonly number[], ...wires: readonly number[]) => Part> = {
  RX: ([a], q) => rx(a, q),
  RY: ([a], q) => ry(a, q),
  RZ: ([a], q) => rz(a, q),
  PhaseShift: ([a], q) => p(a, q),
  U1: ([a], q) => p(a, q),
  U2: ([a, b], q) => u(Math.PI / 2, a, b, q),
  U3: ([a, b, c], q) => u(a, b, c, q),
  Rot: ([a, b, c], q) => rot(a, b, c, q),
  CRX: ([a], q, r) => crx(a, q, r),
  CRY: ([a], q, r) => cry(a, q, r),
  CRZ: ([a], q, r) => crz(a, q, r),
  CRot: ([a, b, c], q, r) => controlled(rot(a, b, c, r), q),
  ControlledPhaseShift: ([a], q, r) => cp(a, q, r),
  IsingXX: ([a], q, r) => rxx(a, q, r),
  IsingYY: ([a], q, r) => ryy(a, q, r),
  IsingZZ: ([a], q, r) => rzz(a, q, r),
  IsingXY: ([a], q, r) => [rxx(-a / 2, q, r), ryy(-a / 2, q, r)],
  PSWAP: ([a], q, r) => [swap(q, r), exchange(a, q, r)],
  SingleExcitation: ([a], q, r) => [rxy(-a / 2, q, r), rxy(a / 2, r, q)],
  MultiRZ: ([a], q, r, v) => multi(a, q, r, v),
  PauliX: (_, q) => x(q),
  PauliY: (_, q) => y(q),
  PauliZ: (_, q) => z(q),
  Hadamard: (_, q) => h(q),
  S: (_, q) => s(q),
  T: (_, q) => t(q),
  SX: (_, q) => sx(q),
  CNOT: (_, q, r) => cx(q, r),
  CZ: (_, q, r) => cz(q, r),
  CY: (_, q, r) => cy(q, r),
  CH: (_, q, r) => ch(q, r),
  SWAP: (_, q, r) => swap(q, r),
  ISWAP: (_, q, r) => iswap(q, r),
  SISWAP: (_, q, r) => siswap(q, r),
  ECR: (_, q, r) => ecr(q, r),
  Toffoli: (_, q, r, v) => ccx(q, r, v),
  CSWAP: (_, q, r, v) => cswap(q, r, v),
  CCZ: (_, q, r, v) => ccz(q, r, v),
};

test('the reference holds 162 gates', () => {
  expect(pennylane.gates).toHaveLength(162);
});

describe.each(SIMULATORS)('on $name', ({ simulator, tolerance }) => {
  test.each(pennylane.gates)(
    '$name($params) has the matrix that PennyLane gives it',
    ({ name, params, wires, matrix }) => {
      const ours = GATES[name](params, ...Array.from({ length: wires }, (_, wire) => wires - 1 - wire));
      near(unitary(circuit(wires, ours), {}, { simulator }), numbers(matrix), tolerance, name);
    },
  );
});
