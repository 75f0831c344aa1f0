import {
  angleEncoding,
  circuit,
  cx,
  expectation,
  features,
  hardwareEfficient,
  outcomes,
  ry,
  rz,
  scaled,
  state,
  times,
  vector,
  Z,
} from '@hqnn/circuits';
import { reference } from '@hqnn/sim';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { effectiveDimension } from './effective-dimension.ts';
import { effectiveDimensionOf } from './effective-dimension-of.ts';
import { fisherInformation } from './fisher-information.ts';

const theta = vector('theta', 4);
const one = expectation(circuit(1, ry(theta[0], 0)), outcomes(0));
const NONE: readonly number[][] = [[]];

const kappaOf = (n: number, gamma = 1) => (gamma * n) / (2 * Math.PI * Math.log(n));

test('RY(θ) has the Fisher information 1 at every angle, and a closed effective dimension', () => {
  for (const angle of [0.1, 1, 2.5, -3])
    expect(fisherInformation(one, NONE, { theta: [angle] })[0][0]).toBeCloseTo(1, 10);
  const { dimensions, spectrum, weights } = effectiveDimension(one, NONE, { data: [100, 10_000], samples: 20 });
  for (const { data, value, error, normalised } of dimensions) {
    expect(value).toBeCloseTo(Math.log(1 + kappaOf(data)) / Math.log(kappaOf(data)), 10);
    expect(error).toBeLessThan(1e-9);
    expect(normalised).toBeCloseTo(value, 12);
  }
  expect(weights).toBe(1);
  expect(spectrum[0]).toBeCloseTo(1, 10);
});

test('independent weights add up, and a second one on the same axis counts for nothing more', () => {
  const apart = expectation(circuit(2, ry(theta[0], 0), ry(theta[1], 1)), outcomes(0, 1));
  const again = expectation(circuit(1, ry(theta[0], 0), ry(theta[1], 0)), outcomes(0));
  const n = 1000;
  const kappa = kappaOf(n);
  const [two] = effectiveDimension(apart, NONE, { data: [n], samples: 10 }).dimensions;
  expect(two.value).toBeCloseTo((2 * Math.log(1 + kappa)) / Math.log(kappa), 9);
  // F = (1 1; 1 1) has the eigenvalues 2 and 0.
  const { dimensions, spectrum } = effectiveDimension(again, NONE, { data: [n], samples: 10 });
  expect(dimensions[0].value).toBeCloseTo(Math.log(1 + 2 * kappa) / Math.log(kappa), 9);
  expect(spectrum[1]).toBeCloseTo(0, 12);
});

const u = circuit(2, angleEncoding(features(2)), hardwareEfficient(2));
const rows = [
  [0.1, 0.4],
  [1.2, -0.3],
  [2, 1],
];
const at = { theta: [0.3, -0.8, 1.1, 0.5, 2, -1.4] };

test('it is Σ 4 ∂√p ∂√p, by central differences', () => {
  const f = expectation(u, outcomes(0, 1));
  const step = 1e-5;
  const fisher = fisherInformation(f, rows, at);
  const rootSlopes = rows.flatMap((x) =>
    [0, 1, 2, 3].map((y) =>
      at.theta.map((_, k) => {
        const root = (by: number) =>
          Math.sqrt(f({ theta: at.theta.map((value, j) => (j === k ? value + by : value)), x })[y]);
        return (root(step) - root(-step)) / (2 * step);
      }),
    ),
  );
  fisher.forEach((row, i) =>
    row.forEach((entry, j) => {
      const expected = rootSlopes.reduce((sum, slopes) => sum + 4 * slopes[i] * slopes[j], 0) / rows.length;
      expect(entry).toBeCloseTo(expected, 7);
    }),
  );
});

test('no measurement tells more than the state: F is below the quantum Fisher information', () => {
  // Braunstein and Caves, Phys. Rev. Lett. 72, 3439 (1994): 4 Re(⟨∂ψ|∂ψ⟩ − ⟨∂ψ|ψ⟩⟨ψ|∂ψ⟩) − F has no eigenvalue below 0.
  const [x] = rows;
  const step = 1e-5;
  const psi = state(u, { ...at, x });
  const slopes = at.theta.map((_, k) => {
    const moved = (by: number) => state(u, { theta: at.theta.map((value, j) => (j === k ? value + by : value)), x });
    const below = moved(-step);
    return moved(step).map((amplitude, a) => (amplitude - below[a]) / (2 * step));
  });
  const overlap = (a: Float64Array, b: Float64Array) => {
    let [re, im] = [0, 0];
    for (let k = 0; k < a.length; k += 2) {
      re += a[k] * b[k] + a[k + 1] * b[k + 1];
      im += a[k] * b[k + 1] - a[k + 1] * b[k];
    }
    return [re, im];
  };
  const fisher = fisherInformation(expectation(u, outcomes(0, 1)), [x], at);
  const left = slopes.map((a, i) =>
    slopes.map((b, j) => {
      const [re] = overlap(a, b);
      const [[aRe, aIm], [bRe, bIm]] = [overlap(psi, a), overlap(psi, b)];
      return 4 * (re - (aRe * bRe + aIm * bIm)) - fisher[i][j];
    }),
  );
  const { realEigenvalues } = new EigenvalueDecomposition(new Matrix(left), { assumeSymmetric: true });
  expect(Math.min(...realEigenvalues)).toBeGreaterThan(-1e-7);
});

test('outcomes that are merged tell less, and their order does not matter', () => {
  const fine = fisherInformation(expectation(u, outcomes(0, 1)), rows, at);
  const coarse = fisherInformation(expectation(u, outcomes(0)), rows, at);
  const swapped = fisherInformation(expectation(u, outcomes(0, 1).toReversed()), rows, at);
  fine.forEach((row, i) => {
    expect(coarse[i][i]).toBeLessThanOrEqual(row[i] + 1e-12);
    row.forEach((entry, j) => {
      expect(swapped[i][j]).toBeCloseTo(entry, 10);
      expect(fine[j][i]).toBe(entry);
    });
  });
});

test('a weight in another unit has its row and column in that unit, and the same effective dimension', () => {
  const f = expectation(circuit(2, ry(theta[0], 0), cx(0, 1), ry(theta[1], 1)), outcomes(1));
  const halved = expectation(
    circuit(2, ry(times(0.5, theta[0]), 0), cx(0, 1), ry(times(0.5, theta[1]), 1)),
    outcomes(1),
  );
  const [one, other] = [
    fisherInformation(f, NONE, { theta: [0.4, 1] }),
    fisherInformation(halved, NONE, { theta: [0.8, 2] }),
  ];
  one.forEach((row, i) => row.forEach((entry, j) => expect(other[i][j]).toBeCloseTo(entry / 4, 12)));
  const whole = effectiveDimension(f, NONE, { data: [1000], samples: 30, seed: 2 });
  const double = effectiveDimension(halved, NONE, {
    data: [1000],
    samples: 30,
    seed: 2,
    low: -2 * Math.PI,
    high: 2 * Math.PI,
  });
  expect(double.dimensions[0].value).toBeCloseTo(whole.dimensions[0].value, 9);
});

test('it comes near the rank as data grow, which is below the number of weights', () => {
  const f = expectation(u, outcomes(0));
  const { dimensions, spectrum, weights } = effectiveDimension(f, rows, { data: [1e3, 1e6, 1e100], samples: 20 });
  const rank = spectrum.filter((eigenvalue) => eigenvalue > 1e-9).length;
  expect(weights).toBe(6);
  // Three rows of one free probability each.
  expect(rank).toBe(3);
  expect(Math.abs(dimensions[2].value - rank)).toBeLessThan(0.05);
  expect(dimensions.every(({ value }) => value < weights)).toBe(true);
  expect(dimensions[0].error).toBeGreaterThan(0);
});

test('its error is how far it scatters from seed to seed', () => {
  const f = expectation(circuit(2, ry(theta[0], 0), cx(0, 1), ry(theta[1], 1), ry(theta[2], 0), cx(0, 1)), outcomes(1));
  const drawn = Array.from(
    { length: 60 },
    (_, seed) => effectiveDimension(f, NONE, { data: [1000], samples: 40, seed }).dimensions[0],
  );
  const mean = drawn.reduce((sum, { value }) => sum + value, 0) / drawn.length;
  const scatter = Math.sqrt(drawn.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (drawn.length - 1));
  const error = drawn.reduce((sum, d) => sum + d.error, 0) / drawn.length;
  expect(error / scatter).toBeGreaterThan(0.7);
  expect(error / scatter).toBeLessThan(1.4);
});

test('it is the formula, determinant by determinant', () => {
  const matrices = [
    [
      [2, 0.5],
      [0.5, 1],
    ],
    [
      [0.2, 0.1],
      [0.1, 3],
    ],
  ];
  const kappa = kappaOf(500, 0.5);
  const trace = (3 + 3.2) / 2;
  const roots = matrices.map(([[a, b], [c, d]]) => {
    const scale = (kappa * 2) / trace;
    return Math.sqrt((1 + scale * a) * (1 + scale * d) - scale * b * (scale * c));
  });
  const expected = (2 * Math.log((roots[0] + roots[1]) / 2)) / Math.log(kappa);
  const spectra = matrices.map(
    (matrix) => new EigenvalueDecomposition(new Matrix(matrix), { assumeSymmetric: true }).realEigenvalues,
  );
  expect(effectiveDimensionOf(spectra, { data: 500, gamma: 0.5 })).toBeCloseTo(expected, 12);
  expect(effectiveDimensionOf([[0, 0]], { data: 500 })).toBe(0);
  // Of a thousand weights the determinant itself is too large for a number.
  const many = effectiveDimensionOf([new Float64Array(1000).fill(1)], { data: 1e6 });
  expect(many).toBeCloseTo((1000 * Math.log(1 + kappaOf(1e6))) / Math.log(kappaOf(1e6)), 8);
});

test('an outcome that cannot be is left out, and nothing is divided by 0', () => {
  const still = expectation(circuit(1, rz(theta[0], 0)), outcomes(0));
  expect(fisherInformation(still, NONE, { theta: [0.3] })).toEqual([[0]]);
  expect(effectiveDimension(still, NONE, { data: [100], samples: 5 }).dimensions[0].value).toBe(0);
});

test('what is no classifier is refused', () => {
  expect(() => fisherInformation(expectation(u, [Z(0), Z(1)]), rows, at)).toThrow(
    'They are to be the probabilities of all outcomes, with the sum 1',
  );
  expect(() => fisherInformation(expectation(u, [scaled(2, outcomes(0)[0]), outcomes(0)[1]]), rows, at)).toThrow(
    'fisherInformation was given a function whose outputs are (',
  );
  const f = expectation(u, outcomes(0));
  expect(() => fisherInformation(f, [], at)).toThrow('fisherInformation was given no rows.');
  expect(() => fisherInformation(f, [[1]], at)).toThrow('fisherInformation was given 1 features in row 0');
  expect(() => effectiveDimension(f, rows, { data: [] })).toThrow('effectiveDimension was given the data .');
  expect(() => effectiveDimension(f, rows, { data: [10] })).toThrow(
    'An effective dimension was asked for with gamma 1 for 10 data. Gamma is up to 1 and above 2π log n / n, here 1.45: take more data.',
  );
  expect(() => effectiveDimension(f, rows, { data: [100], gamma: 2 })).toThrow('with gamma 2 for 100 data.');
  expect(() => effectiveDimension(f, rows, { data: [100], low: 1, high: 1 })).toThrow('a finite number above low, 1');
  expect(() => effectiveDimension(f, rows, { data: [100], box: 1 } as never)).toThrow(
    'effectiveDimension was given box.',
  );
  const noisy = expectation(u, outcomes(0), { simulator: { ...reference(), estimates: true } });
  expect(() => fisherInformation(noisy, rows, at)).toThrow('whose values are estimates');
});

test.each([
  [[], {}, 'effectiveDimensionOf was given no spectra. It takes one or more.'],
  [[[1, Number.NaN]], {}, 'effectiveDimensionOf was given the eigenvalue NaN in spectrum 0.'],
  [[[1], [-0.1]], {}, 'effectiveDimensionOf was given the eigenvalue -0.1 in spectrum 1.'],
  [[[1, 2], [1]], {}, 'effectiveDimensionOf was given 2 eigenvalues in spectrum 0, but 1 in spectrum 1.'],
  [[[1]], { gama: 0.5 }, 'effectiveDimensionOf was given gama. It takes data, gamma.'],
] as const)('the spectra %j with %j have no effective dimension', (spectra, more, words) => {
  expect(() => effectiveDimensionOf(spectra, { data: 500, ...more })).toThrow(words);
});

test('an eigenvalue that rounding took below 0 counts as 0, with however many data', () => {
  for (const data of [500, 1e30])
    expect(effectiveDimensionOf([[1, -1e-16]], { data })).toBe(effectiveDimensionOf([[1, 0]], { data }));
});
