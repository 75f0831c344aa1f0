import { describe, expect, test } from 'vitest';
import { features, times, vector } from '../angle.ts';
import { entangler } from '../ansatz/entangler.ts';
import { hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import { circuit } from '../circuit.ts';
import { reuploading } from '../encodings/reuploading.ts';
import { eachZ, X, Z } from '../observable.ts';
import { controlled, crx, h, rx, ry, rz } from '../op.ts';
import { lint } from './lint.ts';

const theta = vector('theta', 6);
const [x0, x1] = features(2);

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
