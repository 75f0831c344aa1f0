import { describe, expect, test } from 'vitest';
import { features, plus, times, vector } from '../angle.ts';
import { hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { amplitudeEncoding } from '../encodings/amplitude-encoding.ts';
import { X, Z } from '../observable.ts';
import { ccx, controlled, cp, crx, cx, cz, h, p, rx, rxx, ry, rz, rzz, s, sdg, swap, t, x, z } from '../op.ts';
import { gateLabel } from '../op-parts.ts';
import { commute } from './commute.ts';
import { idle } from './idle.ts';
import { lightCone } from './light-cone.ts';
import { resources } from './resources.ts';
import { simplify } from './simplify.ts';
import { unseen } from './unseen.ts';

const theta = vector('theta', 6);
const [x0, x1] = features(2);

const labels = ({ ops }: Circuit) => ops.map((op) => `${gateLabel(op)} ${[...op.controls, ...op.targets]}`);

test('resources are counted op by op, and by the longest chain', () => {
  const one = circuit(
    4,
    h(0),
    cx(0, 1),
    [2, 3].map((q) => ry(theta[q], q)),
    ccx(1, 2, 3),
    rz(x1, 0),
    rzz(0.5, 2, 0),
  );
  expect(resources(one)).toEqual({
    qubits: 4,
    ops: 7,
    depth: 4,
    entanglingDepth: 3,
    gates: { h: 1, cx: 1, ry: 2, ccx: 1, rz: 1, rzz: 1 },
    twoQubit: 2,
    multiQubit: 1,
    weights: 4,
    features: 2,
    variableAngles: 3,
  });
  expect(resources(circuit(2)).depth).toBe(0);
  expect(resources(hardwareEfficient(4, { layers: 3 }))).toMatchObject({
    depth: 19,
    entanglingDepth: 12,
    twoQubit: 12,
    weights: 28,
  });
});

describe('two ops commute', () => {
  test.each([
    [cz(0, 1), cz(1, 2), true],
    [cx(0, 1), cx(0, 2), true],
    [cx(0, 2), cx(1, 2), true],
    [cx(0, 1), cx(1, 2), false],
    [rz(1, 0), cx(0, 1), true],
    [rx(1, 1), cx(0, 1), true],
    [rx(1, 0), cx(0, 1), false],
    [rzz(1, 0, 1), rx(1, 0), false],
    [s(0), t(0), true],
    // What is not known to commute may.
    [h(0), h(0), false],
    [h(0), x(0), false],
    [swap(0, 1), x(2), true],
    [crx(1, 0, 1), x(1), true],
    [ccx(0, 1, 2), rzz(1, 0, 1), true],
  ])('%#', (one, other, expected) => {
    expect([commute(one, other), commute(other, one)]).toEqual([expected, expected]);
  });

  test('words that differ on two qubits do, unless one is under a control', () => {
    expect(commute(rxx(1, 0, 1), rzz(1, 0, 1))).toBe(true);
    expect(commute(rxx(1, 0, 1), rzz(1, 1, 2))).toBe(false);
    expect(commute(controlled(rxx(1, 0, 1), 2), rzz(1, 0, 1))).toBe(false);
  });
});

describe('simplify', () => {
  test.each<[string, Circuit, string[]]>([
    ['ops that undo each other go', circuit(2, h(0), h(0), cx(0, 1), cx(0, 1), s(1), sdg(1)), []],
    ['through what commutes between', circuit(2, cx(0, 1), rz(1, 0), rx(2, 1), cx(0, 1)), ['rz 0', 'rx 1']],
    ['not through what does not', circuit(2, cx(0, 1), rx(1, 0), cx(0, 1)), ['cx 0,1', 'rx 0', 'cx 0,1']],
    ['rotations about one axis are one', circuit(1, rx(0.5, 0), rx(0.25, 0)), ['rx 0']],
    ['and none if they are opposite', circuit(2, rzz(0.5, 0, 1), rzz(-0.5, 1, 0)), []],
    ['whole turns go, but under a control', circuit(2, rx(2 * Math.PI, 0), crx(2 * Math.PI, 0, 1)), ['crx 0,1']],
    ['two of those go', circuit(2, crx(2 * Math.PI, 0, 1), crx(2 * Math.PI, 0, 1)), []],
    ['control and target of a phase are alike', circuit(2, cz(0, 1), cz(1, 0), cp(1, 0, 1), cp(-1, 1, 0)), []],
    ['targets of SWAP are alike', circuit(2, swap(0, 1), swap(1, 0)), []],
    ['what is undone from within goes from within', circuit(1, h(0), s(0), x(0), x(0), sdg(0), h(0)), []],
    ['phases of any name are one', circuit(2, t(0), t(0), z(1), cz(0, 1), s(1), cz(1, 0), p(Math.PI / 2, 1)), ['s 0']],
    ['two weights stay two', circuit(1, rx(theta[0], 0), rx(theta[1], 0)), ['rx 0', 'rx 0']],
    ['one weight twice is one by the sum', circuit(1, rx(theta[0], 0), rx(times(2, theta[0]), 0)), ['rx 0']],
  ])('%s', (_, one, expected) => {
    expect(labels(simplify(one))).toEqual(expected);
  });

  test('angles are added as formulas', () => {
    const [op] = simplify(circuit(1, rx(times(theta[0], x0), 0), rx(0.5, 0), rx(plus(times(theta[0], x0), 1), 0))).ops;
    expect('angle' in op && op.angle).toEqual({
      scale: 2,
      weight: { name: 'theta', index: 0 },
      feature: 0,
      offset: 1.5,
    });
  });

  test('what will not be measured goes too, if told what will', () => {
    const one = circuit(3, z(0), h(0), cx(0, 1), rz(1, 1), h(2), cz(0, 1));
    expect(labels(simplify(one, { observables: [Z(1)] }))).toEqual(['h 0', 'cx 0,1']);
    expect(labels(simplify(one, { observables: [Z(2)] }))).toEqual(['h 2']);
  });

  test('a circuit that begins from amplitudes keeps them', () => {
    const one = circuit(1, amplitudeEncoding(2), z(0), h(0), h(0));
    expect(simplify(one, { observables: [X(0)] })).toEqual({ ...amplitudeEncoding(2), ops: one.ops.slice(0, 1) });
  });
});

describe('an op is without effect', () => {
  test('that commutes with all that is measured after it', () => {
    const one = circuit(3, h(0), ry(theta[0], 1), rz(theta[1], 1), cz(0, 1), cx(1, 2), rx(1, 2), cz(1, 2));
    expect(unseen(one, [Z(0)])).toEqual([false, true, true, true, true, true, true]);
    expect(unseen(one, [Z(1)])).toEqual([true, false, true, true, true, true, true]);
    expect(unseen(one, [Z(2)])).toEqual([true, false, true, true, false, false, true]);
    expect(unseen(one, [Z(0), X(2)])).toEqual([false, false, true, true, true, true, false]);
  });

  test('that meets nothing but its first basis state', () => {
    const one = circuit(
      3,
      rz(theta[0], 0),
      p(1, 1),
      cx(0, 1),
      x(0),
      cx(0, 1),
      rz(1, 1),
      h(2),
      rzz(1, 0, 2),
      cz(0, 1),
      crx(1, 1, 2),
    );
    expect(idle(one)).toEqual([true, true, true, false, false, true, false, false, true, false]);
    expect(idle(circuit(1, amplitudeEncoding(2), rz(1, 0)))).toEqual([false]);
  });
});

test('a light cone has what an observable can depend on, and no more', () => {
  const brick = circuit(
    6,
    [0, 1, 2, 3, 4, 5].map((q) => ry(theta[q], q)),
    cx(0, 1),
    cx(2, 3),
    cx(4, 5),
    cx(1, 2),
    cx(3, 4),
    rz(x0, 0),
  );
  const cone = lightCone(brick, Z(0));
  expect(cone).toEqual({ ops: [0], qubits: [0], weights: [{ name: 'theta', index: 0 }], features: [] });
  expect(lightCone(brick, Z(1)).qubits).toEqual([0, 1]);
  expect(lightCone(brick, Z(2)).qubits).toEqual([0, 1, 2]);
  expect(lightCone(brick, X(0))).toMatchObject({ qubits: [0, 1], features: [0] });
});
