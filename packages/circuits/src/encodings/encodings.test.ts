import { near } from '@hqnn/sim/testing';
import { describe, expect, test } from 'vitest';
import { type Complex, multiplied, phase } from '../../test/by-hand.ts';
import { features, plus, times, vector } from '../angle.ts';
import { type Circuit, circuit, inverse } from '../circuit.ts';
import { compile } from '../compile.ts';
import { probabilities, state } from '../measure.ts';
import { x } from '../op.ts';
import { amplitudeEncoding } from './amplitude-encoding.ts';
import { angleEncoding } from './angle-encoding.ts';
import { basisEncoding } from './basis-encoding.ts';
import { denseAngleEncoding } from './dense-angle-encoding.ts';
import { iqpEncoding } from './iqp-encoding.ts';
import { pairProducts } from './pair-products.ts';
import { phaseEncoding } from './phase-encoding.ts';
import { zzFeatureMap, zzFeatures } from './zz-feature-map.ts';

const TOLERANCE = 1e-12;

const numbers = (count: number) => Array.from({ length: count }, (_, k) => 2 * Math.sin(3 * k + 1));

/** Each encoding of n features: on how many qubits, and the row that it is run on. */
const ENCODINGS = [
  { name: 'angleEncoding', make: (n: number) => angleEncoding(features(n)), qubits: (n: number) => n },
  {
    name: 'denseAngleEncoding',
    make: (n: number) => denseAngleEncoding(features(n)),
    qubits: (n: number) => Math.ceil(n / 2),
  },
  { name: 'phaseEncoding', make: (n: number) => phaseEncoding(features(n)), qubits: (n: number) => n },
  { name: 'basisEncoding', make: (n: number) => basisEncoding(features(n)), qubits: (n: number) => n },
  { name: 'iqpEncoding', make: (n: number) => iqpEncoding(features(n)), qubits: (n: number) => n, row: pairProducts },
  { name: 'zzFeatureMap', make: (n: number) => zzFeatureMap(n), qubits: (n: number) => n, row: zzFeatures },
  {
    name: 'amplitudeEncoding',
    make: (n: number) => amplitudeEncoding(n),
    qubits: (n: number) => Math.max(1, Math.ceil(Math.log2(n))),
  },
];

describe.each(ENCODINGS)('$name', ({ make, qubits, row = (given: readonly number[]) => given }) => {
  test.each([1, 2, 3, 4, 5, 6])('of %i features has no weights, is of norm 1, and is JSON', (n) => {
    const u = make(n);
    const { program } = compile(u);
    const params = { x: row(numbers(n)) };
    expect([u.qubits, program.weights, program.features]).toEqual([qubits(n), 0, params.x.length]);
    near([probabilities(u, params).reduce((sum, p) => sum + p, 0)], [1], TOLERANCE, 'norm');
    expect(state(JSON.parse(JSON.stringify(u)), params)).toEqual(state(u, params));
    if (u.initial) return;
    const [first] = state(circuit(u.qubits, u, inverse(u)), params);
    near([first], [1], TOLERANCE, 'what undoes it');
  });
});

/** The product state of one qubit’s amplitudes a qubit. */
const product = (...singles: readonly (readonly [Complex, Complex])[]): readonly number[] =>
  Array.from({ length: 2 ** singles.length }, (_, k) =>
    singles.map((single, q) => single[(k >> q) & 1]).reduce<Complex>(multiplied, [1, 0]),
  ).flat();

const r = Math.SQRT1_2;

test('a dense angle is cos(a/2)|0⟩ + e^{ib} sin(a/2)|1⟩, with RZ up to the phase e^{ib/2}', () => {
  const [a, b, c] = [0.7, -1.1, 2.3];
  const dense: readonly [Complex, Complex] = [[Math.cos(a / 2), 0], multiplied([Math.sin(a / 2), 0], phase(b))];
  const alone: readonly [Complex, Complex] = [
    [Math.cos(c / 2), 0],
    [Math.sin(c / 2), 0],
  ];
  near(state(denseAngleEncoding(features(3)), { x: [a, b, c] }), product(dense, alone), TOLERANCE, 'with P');
  const [zero, one] = dense.map((amplitude) => multiplied(phase(-b / 2), amplitude));
  const turned = state(denseAngleEncoding(features(2), { gate: 'rz' }), { x: [a, b] });
  near(turned, product([zero, one]), TOLERANCE, 'with RZ');
});

test('a phase is (|0⟩ + e^{ia}|1⟩)/√2, with RZ up to a phase', () => {
  const of = (angle: number): readonly [Complex, Complex] => [[r, 0], multiplied([r, 0], phase(angle))];
  const params = { x: [0.4, -2] };
  near(state(phaseEncoding(features(2), { gate: 'p' }), params), product(of(0.4), of(-2)), TOLERANCE, 'with P');
  const half = product(of(0.4), of(-2), [phase(0.8), [0, 0]]).slice(0, 8);
  near(state(phaseEncoding(features(2)), params), half, TOLERANCE, 'with RZ');
});

test('bits are the basis state that they spell, bit q on qubit q', () => {
  for (let k = 0; k < 8; k++) {
    const bits = [k & 1, (k >> 1) & 1, k >> 2];
    const expected = Array.from({ length: 8 }, (_, index) => Number(index === k));
    expect([...probabilities(basisEncoding(bits))]).toEqual(expected);
    near(probabilities(basisEncoding(features(3)), { x: bits }), expected, TOLERANCE, `features ${bits}`);
  }
  const [bit] = features(1);
  const negated = basisEncoding([plus(times(-1, bit), 1), 1]);
  near(probabilities(negated, { x: [0] }), [0, 0, 0, 1], TOLERANCE, '1 − x');
});

test('amplitudes are padded with zeros and divided by their norm', () => {
  near(state(amplitudeEncoding(3), { x: [3, 0, 4] }), [0.6, 0, 0, 0, 0.8, 0, 0, 0], TOLERANCE, 'amplitudes');
  near(state(amplitudeEncoding(2, { zeroNorm: 'zero-state' }), { x: [0, 0] }), [1, 0, 0, 0], TOLERANCE, '|0⟩');
  expect(() => state(amplitudeEncoding(2), { x: [0, 0] })).toThrow('no quantum state can be made');
});

test('they may be padded with a constant, which keeps their length', () => {
  const padded = circuit(2, amplitudeEncoding(2, { qubits: 2, padding: 'feature' }));
  const of = (x: readonly number[], length: number) => x.flatMap((value) => [value / length, 0]);
  near(state(padded, { x: [3, 4, 1] }), of([3, 4, 1, 1], Math.sqrt(27)), TOLERANCE, 'amplitudes');
  near(state(padded, { x: [6, 8, 1] }), of([6, 8, 1, 1], Math.sqrt(102)), TOLERANCE, 'twice as long');
  expect(amplitudeEncoding(4, { padding: 'feature' }).initial).toEqual([0, 1, 2, 3]);
});

test('they may have to be normalised', () => {
  const strict = circuit(1, amplitudeEncoding(2, { otherNorm: 'error' }), x(0));
  near(state(strict, { x: [0.6, 0.8] }), [0.8, 0, 0.6, 0], TOLERANCE, 'amplitudes');
  expect(() => state(strict, { x: [3, 4] })).toThrow(
    "The amplitudes of row 0 have norm 5. They were to have norm 1: divide them by it, or take otherNorm: 'divide'.",
  );
});

const none: readonly [() => Circuit, string][] = [
  [() => angleEncoding([]), 'angleEncoding was given 0 angles. It takes from 1 to 30'],
  [() => denseAngleEncoding([]), 'denseAngleEncoding was given 0 angles. It takes from 1 to 60'],
  [() => denseAngleEncoding([0, Number.NaN]), 'denseAngleEncoding was given NaN for an angle.'],
  [() => denseAngleEncoding([0, 1], { gate: 'rx' as 'rz' }), 'There is no gate rx. There are rz, p.'],
  [() => phaseEncoding(features(31)), 'phaseEncoding was given 31 angles.'],
  [() => phaseEncoding([features(1)[1]]), 'phaseEncoding was given undefined for an angle.'],
  [() => basisEncoding([0, 2]), 'basisEncoding was given 2 for qubit 1. A bit is 0, 1, or a feature that is 0 or 1.'],
  [() => basisEncoding([Number.NaN]), 'basisEncoding was given NaN for an angle.'],
  [() => basisEncoding(vector('theta', 1)), 'basisEncoding was given θ₀ for qubit 0.'],
  [() => basisEncoding([]), 'basisEncoding was given 0 angles.'],
  [() => iqpEncoding([]), 'iqpEncoding was given 0 angles.'],
  [() => iqpEncoding(features(2), { layers: 0 }), 'iqpEncoding was given 0 layers.'],
  [() => iqpEncoding(features(3), { products: [1] }), 'iqpEncoding was given 1 products for 3 pairs.'],
  [() => iqpEncoding([...features(2)].reverse()), 'iqpEncoding was given x₁ and x₀, whose product is no angle.'],
  [() => iqpEncoding(features(2).map((f) => plus(f, 1))), 'iqpEncoding was given x₀+1 and x₁+1'],
  [() => iqpEncoding(vector('theta', 2)), 'The product of θ₀ and θ₁ is not an angle.'],
  [() => zzFeatureMap(0), 'zzFeatureMap was given 0 qubits.'],
  [() => zzFeatureMap(3, { layers: 1.5 }), 'zzFeatureMap was given 1.5 layers.'],
  [() => zzFeatureMap(3, { angles: features(3) }), 'zzFeatureMap was given 3 angles.'],
  [() => zzFeatureMap(3, { topology: [[0, 3]] }), 'A topology lists the pair (0,3) for 3 qubits.'],
  [() => amplitudeEncoding(0), 'amplitudeEncoding was given 0 features.'],
  [() => amplitudeEncoding(2, { qubits: 31 }), 'amplitudeEncoding was given 31 qubits.'],
  [
    () => amplitudeEncoding(2, { zeroNorm: 'drop' as 'error' }),
    'There is no zeroNorm drop. There are error, zero-state.',
  ],
  [() => circuit(2, x(0), amplitudeEncoding(2)), 'amplitude encoding is its first part, once'],
];

test.each(none)('%s is refused: %s', (make, message) => {
  expect(make).toThrow(message);
});
