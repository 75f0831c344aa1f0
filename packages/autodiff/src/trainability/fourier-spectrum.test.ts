import {
  amplitudeEncoding,
  type Circuit,
  circuit,
  controlled,
  cp,
  crx,
  cx,
  expectation,
  features,
  gate,
  h,
  hardwareEfficient,
  initialWeights,
  type Part,
  p,
  plus,
  product,
  rotation,
  rx,
  ry,
  rz,
  rzz,
  times,
  vector,
  X,
  Z,
} from '@hqnn/circuits';
import { uniform } from '@hqnn/sim';
import { expect, test } from 'vitest';
import { fourierSpectrum, type Harmonic } from './fourier-spectrum.ts';

const [x, other] = features(2);
const RECONSTRUCTED = 1e-9;

/** A rotation whose generator has the eigenvalues phase ± ½. */
const odd = (phase: number) => gate({ name: 'odd', ...rotation('Z', phase) });

/** c₀ + Σ 2 Re c exp(iωx) over the frequencies above 0. */
const seriesAt = (harmonics: readonly Harmonic[], at: number) =>
  harmonics.reduce(
    (sum, { frequency, re, im }) =>
      sum + (frequency === 0 ? re : 2 * (re * Math.cos(frequency * at) - im * Math.sin(frequency * at))),
    0,
  );

/** `count` uploads, each before a layer of its own. */
const uploaded = (count: number, upload: (layer: number) => Part) =>
  circuit(
    2,
    Array.from({ length: count }, (_, l) => [upload(l), hardwareEfficient(2, { weights: `w${l}` })]),
  );

const frequenciesOf = (harmonics: readonly Harmonic[]) =>
  harmonics.map(({ frequency }) => Number(frequency.toPrecision(12)));

const CIRCUITS: readonly (readonly [string, Circuit, readonly number[]])[] = [
  ['one upload', uploaded(1, () => rx(x, 0)), [0, 1]],
  ['three uploads', uploaded(3, () => rx(x, 0)), [0, 1, 2, 3]],
  ['uploads side by side', uploaded(1, () => [rx(x, 0), ry(x, 1)]), [0, 1, 2]],
  ['a fixed scale', uploaded(2, () => rx(times(0.5, x), 0)), [0, 0.5, 1]],
  ['powers of three', uploaded(2, (l) => rx(times(3 ** l, x), 0)), [0, 1, 2, 3, 4]],
  [
    'scales that share no unit',
    uploaded(2, (l) => rx(times([1, Math.SQRT2][l], x), 0)),
    [0, 0.414213562373, 1, Number(Math.SQRT2.toPrecision(12)), 2.41421356237],
  ],
  ['a negative scale and an offset', uploaded(2, (l) => ry(plus(times(-1, x), l), 0)), [0, 1, 2]],
  ['a rotation of two qubits', uploaded(2, () => rzz(x, 0, 1)), [0, 1, 2]],
  ['a phase', uploaded(1, () => [h(0), p(x, 0)]), [0, 1]],
  ['a rotation under a control', uploaded(1, () => [h(1), crx(x, 1, 0)]), [0, 0.5, 1]],
  ['a phase under a control', uploaded(1, () => [h(0), h(1), cp(x, 1, 0)]), [0, 1]],
  ['a control on a rotation with a phase', uploaded(1, () => [h(1), controlled(odd(0.3)(x, 0), 1)]), [0, 0.2, 0.8, 1]],
  ['beside another feature', uploaded(2, () => [rx(x, 0), ry(other, 1)]), [0, 1, 2]],
  ['none', circuit(2, ry(other, 0), ry(vector('w0', 1)[0], 1)), [0]],
];

test.each(CIRCUITS)('%s: the frequencies, and a series that is the function', (_, made, expected) => {
  const f = expectation(made, product(X(0), Z(1)));
  const point = (at: number) => ({
    ...initialWeights(made, { seed: 4 }),
    ...(f.program.features > 0 ? { x: [at, 0.7].slice(0, f.program.features) } : {}),
  });
  const harmonics = fourierSpectrum(f, { params: point(123) });
  expect(frequenciesOf(harmonics)).toEqual(expected);
  const next = uniform(8, 0);
  for (let k = 0; k < 20; k++) {
    const at = 20 * next() - 10;
    expect(Math.abs(seriesAt(harmonics, at) - f(point(at)))).toBeLessThan(RECONSTRUCTED);
  }
});

test('a trained scale multiplies the frequencies', () => {
  const [s] = vector('scale', 1);
  const u = circuit(1, rx(times(s, x), 0), ry(vector('theta', 1)[0], 0), rx(times(s, x), 0));
  const f = expectation(u, Z(0));
  const at = (scale: number) => fourierSpectrum(f, { params: { x: [0], scale: [scale], theta: [0.7] } });
  expect(frequenciesOf(at(2.5))).toEqual([0, 2.5, 5]);
  expect(frequenciesOf(at(-2.5))).toEqual([0, 2.5, 5]);
  expect(frequenciesOf(at(0))).toEqual([0]);
});

test('frequencies that are close are told apart exactly', () => {
  const u = circuit(1, rx(x, 0), ry(0.6, 0), rx(times(1 + 1e-6, x), 0));
  const f = expectation(u, Z(0));
  const harmonics = fourierSpectrum(f, { params: { x: [0] } });
  expect(harmonics).toHaveLength(5);
  expect(harmonics[1].frequency).toBeCloseTo(1e-6, 12);
  for (const at of [0.3, 40, 1e5])
    expect(Math.abs(seriesAt(harmonics, at) - f({ x: [at] }))).toBeLessThan(RECONSTRUCTED);
});

test('cos² has a mean of ½ and a quarter at each of ±2', () => {
  const u = circuit(2, rx(x, 0), rx(x, 1));
  const harmonics = fourierSpectrum(expectation(u, product(Z(0), Z(1))), { params: { x: [0] } });
  const sizes = harmonics.map(({ size }) => size);
  [0.5, 0, 0.25].forEach((size, k) => {
    expect(sizes[k]).toBeCloseTo(size, 14);
  });
});

test('coefficients are those of PennyLane', () => {
  const w = [0.3, 1.1, -0.7, 2, 0.4, -1.3];
  const u = circuit(
    2,
    [0, 1, 2].map((l) => [rx(x, 0), ry(times(2, x), 1), ry(w[2 * l], 0), rz(w[2 * l + 1], 1), cx(0, 1)]),
    ry(0.9, 0),
  );
  // fourier.coefficients of PennyLane 0.45, n_inputs = 1 and degree = 9, on default.qubit.
  const expected = [
    [-0.08492566584260423, 0],
    [0.33942430468911616, 0.06605698197601656],
    [0.09514613749711767, 0.036181398657090254],
    [-0.020346940327129727, 0.020347138785548564],
    [-0.1141761686044903, -0.08557982868431799],
    [-0.043654235883640216, 0.054617114062936574],
    [-0.03421112296369869, 0.026785487965030903],
    [0.02371210181064072, 0.005006887365334806],
    [0.04214374832578564, 0],
    [0.00042550317015463266, 0],
  ];
  const harmonics = fourierSpectrum(expectation(u, product(X(0), Z(1))), { params: { x: [0] } });
  expect(frequenciesOf(harmonics)).toEqual([...expected.keys()]);
  harmonics.forEach(({ re, im }, k) => {
    expect(re).toBeCloseTo(expected[k][0], 13);
    expect(im).toBeCloseTo(expected[k][1], 13);
  });
});

test('what has no series is refused', () => {
  const f = expectation(circuit(2, rx(x, 0), ry(other, 1)), Z(0));
  expect(() => fourierSpectrum(f, { feature: 2, params: { x: [0, 0] } })).toThrow(
    'fourierSpectrum was given the feature 2. It is one of the 2 features of the circuit.',
  );
  const amplitudes = expectation(circuit(1, amplitudeEncoding(2)), Z(0));
  expect(() => fourierSpectrum(amplitudes, { params: { x: [1, 0] } })).toThrow(
    'fourierSpectrum was asked for feature 0, which is an amplitude. A series is in a feature that is part of angles.',
  );
  const many = uploaded(20, (l) => rx(times(Math.sqrt(l + 2), x), 0));
  const params = { ...initialWeights(many), x: [0] };
  expect(() => fourierSpectrum(expectation(many, Z(0)), { params })).toThrow(
    'evaluations, about one a frequency, of which 20000 are made at most.',
  );
  expect(() =>
    fourierSpectrum(expectation(circuit(1, rx(x, 0)), [Z(0), X(0)]) as never, { params: { x: [0] } }),
  ).toThrow('fourierSpectrum is of one expectation value, but the function has 2.');
  const irrational = circuit(2, controlled(odd(1 / Math.E)(x, 0), 1));
  expect(() => fourierSpectrum(expectation(irrational, X(0)), { params: { x: [0] } })).toThrow(
    'which are no multiples of one. A spectrum is of those that are.',
  );
  expect(() => fourierSpectrum(f, { params: { x: [0, 0] }, degree: 2 } as never)).toThrow('was given degree.');
});
