import { near } from '@hqnn/sim/testing';
import { describe, expect, test } from 'vitest';
import { ANSATZE } from '../../test/ansatze.ts';
import { features, times, vector } from '../angle.ts';
import { hardwareEfficient } from '../ansatz/hardware-efficient.ts';
import { stronglyEntangling } from '../ansatz/strongly-entangling.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { angleEncoding } from '../encodings/angle-encoding.ts';
import { phaseEncoding } from '../encodings/phase-encoding.ts';
import { trainable } from '../encodings/trainable.ts';
import { rotation } from '../gates.ts';
import { state, unitary } from '../measure.ts';
import { cx, gate, ry, rz, rzz, s, sdg, t } from '../op.ts';
import { identityBlock } from './identity-block.ts';
import { initialWeights } from './initial-weights.ts';

const TOLERANCE = 1e-12;

/** Of a unitary that is not the identity, with these seeds. */
const FAR = 0.01;

const METHOD = { method: 'identity-blocks', seed: 4 } as const;

const furthest = (a: Float64Array, b: Float64Array) => a.reduce((most, v, k) => Math.max(most, Math.abs(v - b[k])), 0);

const identity = (qubits: number) => unitary(circuit(qubits));

describe.each(ANSATZE)('an identity block of $name', ({ make, fewest }) => {
  test.each([fewest, 3, 4])('on %i qubits starts at the identity, and only so', (qubits) => {
    const block = identityBlock(make(qubits, { layers: 2 }));
    const start = initialWeights(block, METHOD);
    near(unitary(block, start), identity(qubits), TOLERANCE, 'unitary');
    expect(furthest(unitary(block, initialWeights(block)), identity(qubits))).toBeGreaterThan(FAR);
    const u = make(qubits, { layers: 2 });
    const half = Object.fromEntries(Object.entries(start).map(([name, all]) => [name, all.slice(0, all.length / 2)]));
    expect(furthest(unitary(u, half), identity(qubits))).toBeGreaterThan(FAR);
  });
});

test('several blocks with encodings between are the identity where the features are 0', () => {
  const encode = (scale: string) => trainable(angleEncoding(features(3)), { scale });
  const blocks = (['a', 'b'] as const).map((weights) => identityBlock(stronglyEntangling(3, { weights })));
  const u = circuit(3, encode('s'), blocks[0], encode('t'), blocks[1]);
  const start = initialWeights(u, { ...METHOD, scale: 0.5 });
  expect([start.s, start.a.length, start.b.length]).toEqual([new Float64Array([0.5, 0.5, 0.5]), 18, 18]);
  near(unitary(u, { ...start, x: [0, 0, 0] }), identity(3), TOLERANCE, 'unitary');
});

test('gates of the encoding stay, and the rest does nothing', () => {
  const encoding = phaseEncoding(features(3));
  const u = circuit(3, encoding, identityBlock(hardwareEfficient(3, { layers: 2 })));
  const x = [0.3, -1, 2];
  near(state(u, { ...initialWeights(u, METHOD), x }), state(encoding, { x }), TOLERANCE, 'state');
});

test('ops on other qubits may stand between those that undo each other, in any nesting', () => {
  const [a, b, c, d] = vector('w', 4);
  const u = circuit(3, ry(a, 0), s(2), rz(c, 1), cx(0, 1), cx(0, 1), rz(times(-1, d), 1), sdg(2), ry(times(-1, b), 0));
  const start = initialWeights(u, METHOD);
  expect([start.w[0], start.w[2]]).toEqual([start.w[1], start.w[3]]);
  near(unitary(u, start), identity(3), TOLERANCE, 'unitary');
});

test('a gate from outside and a weight used twice are matched as well', () => {
  const rzx = gate({ name: 'rzx', ...rotation('ZX') });
  const [a] = vector('w', 1);
  const block = identityBlock(circuit(2, rzx(a, 0, 1), t(0), ry(a, 0), rzx(times(2, a), 1, 0)));
  const start = initialWeights(block, METHOD);
  expect(start.w[0]).toBe(start.w[1]);
  near(unitary(block, start), identity(2), TOLERANCE, 'unitary');
});

const [a, b] = vector('theta', 2);
const wrong: readonly [string, Circuit, string][] = [
  [
    'an ansatz',
    hardwareEfficient(2),
    'ry by θ₀ on qubit 0 is undone by no op after it. Build the circuit from identityBlock(U)',
  ],
  ['two turns one way', circuit(1, ry(a, 0), ry(b, 0)), 'ry by θ₀ on qubit 0'],
  ['another axis', circuit(1, ry(a, 0), rz(times(-1, b), 0)), 'ry by θ₀ on qubit 0'],
  ['a multiple', circuit(1, ry(a, 0), ry(times(-2, b), 0)), 'ry by θ₀ on qubit 0'],
  ['a gate between', circuit(2, ry(a, 0), cx(0, 1), ry(times(-1, b), 0)), 'ry by θ₀ on qubit 0'],
  [
    'a gate on its other qubit between',
    circuit(2, rzz(a, 0, 1), s(1), rzz(times(-1, b), 0, 1)),
    'rzz by θ₀ on qubit 0 and 1',
  ],
  [
    'a gate inside a pair of CNOTs',
    circuit(2, ry(a, 0), cx(0, 1), s(1), ry(1, 1), cx(0, 1), ry(times(-1, b), 0)),
    'ry by θ₀ on qubit 0',
  ],
  ['another control', circuit(2, { ...ry(a, 0), controls: [1] }, ry(times(-1, b), 0)), 'ry by θ₀ on qubit 0'],
];

test.each(wrong)('%s is no identity block', (_, u, message) => {
  expect(() => initialWeights(u, METHOD)).toThrow(message);
});

test('a block without weights is refused', () => {
  expect(() => identityBlock(circuit(2, cx(0, 1)))).toThrow('identityBlock was given a circuit without weights');
});
