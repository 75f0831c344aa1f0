import { readFileSync } from 'node:fs';
import type { Observable } from '@hqnn/sim';
import { near } from '@hqnn/sim/testing';
import { expect, test } from 'vitest';
import {
  amplitudeEncoding,
  angleEncoding,
  type Circuit,
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
  expectation,
  features,
  gate,
  h,
  hardwareEfficient,
  iswap,
  type Part,
  p,
  pauli,
  rotation,
  rx,
  rxx,
  ry,
  ryy,
  rz,
  rzz,
  s,
  siswap,
  state,
  swap,
  sx,
  t,
  u,
  unitary,
  vector,
  x,
  y,
  z,
} from '../src/index.ts';

const TOLERANCE = 1e-12;

type Numbers = readonly (number | Numbers)[];
interface Reference {
  readonly gates: readonly { name: string; params: readonly number[]; wires: number; matrix: Numbers }[];
  readonly circuits: readonly PennyLaneCircuit[];
}
interface PennyLaneCircuit {
  readonly kind: string;
  readonly n: number;
  readonly layers: number;
  readonly entangler?: string;
  readonly encoding: string;
  readonly x: readonly number[];
  readonly w: Numbers;
  readonly state: Numbers;
  readonly observables: readonly { obs: string; expval: number }[];
}

const file = new URL('../../../tooling/oracles/pennylane-reference.json', import.meta.url);
const reference: Reference = JSON.parse(readFileSync(file, 'utf8'));

const numbers = (nested: Numbers): number[] =>
  nested.flatMap((one) => (typeof one === 'number' ? [one] : numbers(one)));

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

test('the reference holds 162 gates and 6 circuits', () => {
  expect(reference.gates).toHaveLength(162);
  expect(reference.circuits).toHaveLength(6);
});

test.each(reference.gates)(
  '$name($params) has the matrix that PennyLane gives it',
  ({ name, params, wires, matrix }) => {
    const ours = GATES[name](params, ...Array.from({ length: wires }, (_, wire) => wires - 1 - wire));
    near(unitary(circuit(wires, ours)), numbers(matrix), TOLERANCE, name);
  },
);

const ENCODINGS: Record<string, (n: number) => Circuit> = {
  'angle-RX': (n) => angleEncoding(features(n), { axis: 'X' }),
  'angle-RY': (n) => angleEncoding(features(n)),
  amplitude: (n) => amplitudeEncoding(2 ** n),
};
const ENTANGLERS: Record<string, object> = {
  none: {},
  'ring-CNOT': { entangler: 'cnot', topology: 'ring' },
  'linear-CZ': { entangler: 'cz', topology: 'linear' },
};

/** Here wire k is our qubit k, as a user would write it; the amplitudes' bits are then the other way round. */
function ours({ kind, n, layers, encoding, entangler = 'none' }: PennyLaneCircuit): Circuit {
  const ansatz = { layers, final: false, ...ENTANGLERS[entangler] };
  if (encoding === 'reupload') return hardwareEfficient(n, { ...ansatz, before: () => angleEncoding(features(n)) });
  const body = kind === 'hea' ? hardwareEfficient(n, ansatz) : stronglyEntangling(n, layers);
  return circuit(n, ENCODINGS[encoding](n), body);
}

function stronglyEntangling(n: number, layers: number): Part {
  const theta = vector('theta', 3 * n * layers);
  const wires = [...Array(n).keys()];
  return Array.from({ length: layers }, (_, l) => [
    wires.map((q) => {
      const [a, b, c] = theta.slice(3 * (l * n + q));
      return [rz(a, q), ry(b, q), rz(c, q)];
    }),
    wires.map((q) => cx(q, (q + 1 + (l % (n - 1))) % n)),
  ]);
}

const observable = (name: string): Observable =>
  pauli(name.replace(/\d/g, ''), ...[...name.matchAll(/\d/g)].map(([digit]) => Number(digit)));

const reversed = (index: number, n: number) =>
  Array.from({ length: n }, (_, q) => ((index >> q) & 1) << (n - 1 - q)).reduce((sum, bit) => sum + bit, 0);

test.each(reference.circuits)(
  '$kind, $n wires, $encoding: the state and its expectation values are PennyLane’s',
  (given) => {
    const theirs = numbers(given.state);
    const order = Array.from({ length: 2 ** given.n }, (_, k) => reversed(k, given.n));
    const x = given.encoding === 'amplitude' ? order.map((k) => given.x[k]) : given.x;
    const params = { x, theta: numbers(given.w) };
    const amplitudes = state(ours(given), params);
    near(
      order.flatMap((k) => [amplitudes[2 * k], amplitudes[2 * k + 1]]),
      theirs,
      TOLERANCE,
      'state',
    );
    for (const { obs, expval } of given.observables)
      near([expectation(ours(given), observable(obs))(params)], [expval], TOLERANCE, obs);
  },
);
