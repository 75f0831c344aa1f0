import { describe, expect, test } from 'vitest';
import { features, plus, times, vector } from '../angle.ts';
import { entangler } from '../ansatz/entangler.ts';
import { hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { amplitudeEncoding } from '../encodings/amplitude-encoding.ts';
import { reuploading } from '../encodings/reuploading.ts';
import { eachZ, X, Z } from '../observable.ts';
import { ccx, controlled, cp, crx, cx, cz, h, p, rx, rxx, ry, rz, rzz, s, sdg, swap, t, x, z } from '../op.ts';
import { gateLabel } from '../op-parts.ts';
import { commute } from './commute.ts';
import { idle } from './idle.ts';
import { lightCone } from './light-cone.ts';
import { lint } from './lint.ts';
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

describe('the lint', () => {
  const messages = (...given: Parameters<typeof lint>) =>
    lint(...given).map(({ rule, message }) => `${rule}: ${message}`);

  test('has nothing to say of a re-uploading circuit that is measured as it should be', () => {
    expect(lint(reuploading(4, { features: 8, layers: 4 }), eachZ(4))).toEqual([]);
  });

  test('names the last RZ and the last CZs where no RY follows them', () => {
    const found = lint(hardwareEfficient(2, { final: false, entangler: 'cz' }), eachZ(2));
    expect(found.map(({ rule, ops }) => [rule, ops])).toEqual([
      ['dead-parameter', [1]],
      ['dead-parameter', [3]],
      ['no-effect', [4]],
    ]);
    expect(found[0].message).toBe(
      'No observable depends on θ₁: its gradient is 0 everywhere. Leave it out, or put a gate behind it that does not commute with the readout.',
    );
    expect(found[2].message).toBe(
      'cz on qubits 0 and 1 commutes with all that is measured after it, and changes nothing. Leave it out.',
    );
  });

  test('names a weight that is in no op, and a feature that only turns a phase', () => {
    const one = circuit(1, rz(x0, 0), ry(theta[1], 0));
    expect(messages(one, [Z(0)])).toEqual([
      'dead-parameter: θ₀ is in no op. Shorten its vector, or use it.',
      'dead-parameter: No observable depends on x₀: its gradient is 0 everywhere. Leave it out, or put a gate behind it that does not commute with the readout.',
    ]);
  });

  test('of three that undo each other in turn says so of two', () => {
    expect(lint(circuit(1, h(0), h(0), h(0)), [X(0)]).map(({ rule, ops }) => [rule, ops])).toEqual([
      ['cancelling-neighbours', [0, 1]],
    ]);
  });

  test('tells of each op once, and of weights that are free', () => {
    const chain = circuit(
      1,
      h(0),
      rz(theta[0], 0),
      rz(theta[0], 0),
      rz(times(-1, theta[0]), 0),
      rz(times(-1, theta[0]), 0),
      h(0),
    );
    expect(lint(chain, [Z(0)]).map(({ rule, ops }) => [rule, ops])).toEqual([
      ['cancelling-neighbours', [1, 2]],
      ['cancelling-neighbours', [3, 4]],
    ]);
    const shared = circuit(1, h(0), rz(theta[0], 0), rz(theta[1], 0), h(0), rx(theta[1], 0), ry(theta[0], 0));
    expect(lint(shared, [Z(0)])).toEqual([]);
  });

  test('has an answer for an op under many controls', () => {
    const many = controlled(rx(theta[0], 0), ...Array.from({ length: 25 }, (_, k) => k + 1));
    const one = circuit(
      26,
      Array.from({ length: 26 }, (_, q) => h(q)),
      many,
      rz(theta[1], 3),
    );
    expect(lint(one, [Z(0)]).map(({ rule, weight }) => [rule, weight?.index])).toEqual([['dead-parameter', 1]]);
  });

  test('names neighbours that undo each other, or are one', () => {
    const one = circuit(2, entangler(2), entangler(2), ry(0.5, 0), ry(0.25, 0), ry(theta[0], 1), ry(theta[1], 1));
    expect(messages(one, eachZ(2))).toEqual([
      expect.stringContaining('no-effect: cx on qubits 0 and 1 meets qubits that are still in their first basis state'),
      expect.stringContaining('no-effect: cx on qubits 0 and 1 meets'),
      'cancelling-neighbours: cx on qubits 0 and 1 and cx on qubits 0 and 1 meet: all that is between commutes with them. They undo each other. Leave both out.',
      'cancelling-neighbours: ry(0.5) on qubit 0 and ry(0.25) on qubit 0 meet: all that is between commutes with them. Write ry(0.75) on qubit 0 for both.',
      'redundant-rotation: ry(θ₀) on qubit 1 and ry(θ₁) on qubit 1 turn about one axis, so that only the sum of their angles matters. Leave one of them out.',
    ]);
  });

  test('names angles that are wider than the period, where it knows how far features and scales go', () => {
    const scale = vector('scale', 1);
    const one = circuit(2, ry(times(scale[0], x0), 0), ry(times(3, x1), 1), rx(7, 1), crx(7, 0, 1));
    const z2 = eachZ(2);
    expect(messages(one, z2)).toEqual([
      'outside-period: rx(7) on qubit 1 turns by more than its period, 6.28. All expectation values are those of rx(0.717) on qubit 1.',
    ]);
    expect(messages(one, z2, { ranges: [-2, 2], params: { scale: [1.5] } })).toEqual([
      'outside-period: ry(3·x₁) on qubit 1 turns by 12 in all while x₁ goes from −2 to 2, more than its period, 6.28: by itself it encodes different values alike. Scale it to 0.524 of that.',
      expect.stringContaining('rx(7)'),
    ]);
    expect(
      lint(one, z2, {
        ranges: [
          [-2, 2],
          [0, 1],
        ],
        params: { scale: [2] },
      }),
    ).toHaveLength(2);
    expect(() => lint(one, z2, { ranges: [[-2, 2]] })).toThrow('lint was given the range (undefined) for x[1].');
  });
});
