import type { Observable } from '@hqnn/sim';
import { near } from '@hqnn/sim/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import {
  amplitudeEncoding,
  angleEncoding,
  type Circuit,
  circuit,
  constant,
  covariance,
  expectation,
  features,
  hardwareEfficient,
  hermitian,
  outcomes,
  type Params,
  parity,
  pauli,
  probabilities,
  product,
  projector,
  sample,
  scaled,
  state,
  sum,
  symmetrizedProduct,
  variance,
  X,
  Y,
  Z,
} from '../src/index.ts';
import { type Dense, denseOf, matrixProduct, meanIn, numbersOf, plus, times } from './dense-observable.ts';

const QUBITS = 3;
const EXACT = 1e-12;
const SEED = 20;

const word = fc.tuple(...Array(QUBITS).fill(fc.constantFrom('I', 'X', 'Y', 'Z'))).map((letters) => letters.join(''));
/** Exact in binary, so that a product is Hermitian exactly or by far not. */
const eighths = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);
const observable: fc.Arbitrary<Observable> = fc
  .array(fc.tuple(eighths, word), { minLength: 1, maxLength: 4 })
  .map((terms) => sum(...terms.map(([factor, letters]) => scaled(factor, pauli(letters, 0, 1, 2)))));
const entry = fc.double({ min: -2, max: 2, noNaN: true });
const hermitianMatrix = (size: number): fc.Arbitrary<Dense> =>
  fc.array(entry, { minLength: 2 * size * size, maxLength: 2 * size * size }).map((numbers) =>
    Array.from({ length: size }, (_, j) =>
      Array.from({ length: size }, (_, k) => {
        const [low, high] = [Math.min(j, k), Math.max(j, k)];
        const place = 2 * (low * size + high);
        return [numbers[place], j === k ? 0 : Math.sign(k - j) * numbers[place + 1]] as const;
      }),
    ),
  );

const dense = (of: Observable) => numbersOf(denseOf(of, QUBITS));

test('sums, factors and constants are those of the matrices', () => {
  fc.assert(
    fc.property(observable, observable, entry, (one, other, factor) => {
      const expected = plus(denseOf(one, QUBITS), times(factor, denseOf(other, QUBITS)));
      near(dense(sum(one, scaled(factor, other))), numbersOf(expected), EXACT, 'A + cB');
      near(dense(sum(one, constant(factor))), dense(sum(one, scaled(factor, pauli('III', 0, 1, 2)))), EXACT, 'A + c');
    }),
    { seed: SEED },
  );
});

test('half the anticommutator is that of the matrices', () => {
  fc.assert(
    fc.property(observable, observable, (one, other) => {
      const [a, b] = [denseOf(one, QUBITS), denseOf(other, QUBITS)];
      const expected = times(1 / 2, plus(matrixProduct(a, b), matrixProduct(b, a)));
      near(dense(symmetrizedProduct(one, other)), numbersOf(expected), EXACT, '½(AB + BA)');
    }),
    { seed: SEED },
  );
});

test('a product is that of the matrices if it is Hermitian, and is refused if it is not', () => {
  let [measured, refused] = [0, 0];
  fc.assert(
    fc.property(observable, observable, (one, other) => {
      const expected = matrixProduct(denseOf(one, QUBITS), denseOf(other, QUBITS));
      const gap = Math.max(
        ...expected.flatMap((row, j) =>
          row.map(([re, im], k) => Math.hypot(re - expected[k][j][0], im + expected[k][j][1])),
        ),
      );
      if (gap > 0) {
        refused++;
        expect(() => product(one, other)).toThrow('product was given factors that do not commute');
      } else {
        measured++;
        near(dense(product(one, other)), numbersOf(expected), EXACT, 'AB');
      }
    }),
    { seed: SEED, numRuns: 300 },
  );
  expect(Math.min(measured, refused)).toBeGreaterThan(10);
});

test('a product of three is Hermitian where no two of its factors need be', () => {
  const expected = [X(0), Y(0), X(0)].map((of) => denseOf(of, QUBITS)).reduce(matrixProduct);
  near(dense(product(X(0), Y(0), X(0))), numbersOf(expected), EXACT, 'XYX');
  expect(() => product(X(0), Y(0), Z(0))).toThrow('their product has the term i·(1), so it is not Hermitian');
});

test.each([1, 2, 3])('a Hermitian matrix on %i qubits is the sum of its words', (count) => {
  const qubits = [2, 0, 1].slice(0, count);
  fc.assert(
    fc.property(hermitianMatrix(2 ** count), (matrix) => {
      const found = denseOf(hermitian(matrix, ...qubits), QUBITS);
      // The matrix's index has qubits[j] in bit j; all other qubits are left alone.
      const expected = found.map((row, j) =>
        row.map((_, k) => {
          const others = [0, 1, 2].filter((qubit) => !qubits.includes(qubit));
          if (others.some((qubit) => ((j ^ k) >> qubit) & 1)) return [0, 0] as const;
          const inner = (index: number) =>
            qubits.reduce((total, qubit, bit) => total + (((index >> qubit) & 1) << bit), 0);
          return matrix[inner(j)][inner(k)];
        }),
      );
      near(numbersOf(found), numbersOf(expected), EXACT, 'M');
    }),
    { seed: SEED, numRuns: 30 },
  );
});

const encoded = circuit(QUBITS, angleEncoding(features(QUBITS)), hardwareEfficient(QUBITS, { layers: 2 }));
const amplitudes = circuit(QUBITS, amplitudeEncoding(7), hardwareEfficient(QUBITS));
const numbers = (length: number, step: number) => Array.from({ length }, (_, k) => Math.sin(step * (k + 1)));

const CIRCUITS: readonly (readonly [string, Circuit, Params])[] = [
  ['weights alone', hardwareEfficient(QUBITS, { layers: 2 }), { theta: numbers(15, 1.3) }],
  ['features and weights', encoded, { x: numbers(QUBITS, 2.1), theta: numbers(15, 0.7) }],
  ['features as amplitudes', amplitudes, { x: numbers(7, 1.9), theta: numbers(9, 0.4) }],
];

const MATRIX: Dense = fc.sample(hermitianMatrix(4), { seed: SEED, numRuns: 1 })[0];
const WITNESSES: readonly Observable[] = [
  sum(Z(0), scaled(0.5, X(1)), constant(0.25)),
  pauli('YX', 0, 2),
  parity(0, 1, 2),
  projector('10', 2, 0),
  hermitian(MATRIX, 1, 2),
];

describe.each(SIMULATORS)('on $name', ({ simulator, tolerance }) => {
  const options = { simulator };
  describe.each(CIRCUITS)('with %s', (_, u, at) => {
    const psi = state(u, at, options);
    const mean = (matrix: Dense) => meanIn(psi, matrix);
    const matrices = WITNESSES.map((of) => denseOf(of, QUBITS));
    const scale = 20 * tolerance;

    test('expectation values are those of the matrices', () => {
      near(expectation(u, WITNESSES, options)(at), matrices.map(mean), scale, '⟨O⟩');
      expect(expectation(u, WITNESSES[0], options)(at)).toBeCloseTo(mean(matrices[0]), 5);
    });

    test('variances are those of the matrices, one for one observable and a list for a list', () => {
      const expected = matrices.map((m) => mean(matrixProduct(m, m)) - mean(m) ** 2);
      near(variance(u, WITNESSES, options)(at), expected, scale, 'Var O');
      WITNESSES.forEach((of, k) => near([variance(u, of, options)(at)], [expected[k]], scale, `Var O${k}`));
    });

    test('covariances are those of the matrices, and symmetric', () => {
      const expected = matrices.flatMap((a) =>
        matrices.map((b) => mean(times(1 / 2, plus(matrixProduct(a, b), matrixProduct(b, a)))) - mean(a) * mean(b)),
      );
      near(covariance(u, WITNESSES, options)(at), expected, scale, 'Cov(A, B)');
    });

    test('outcomes have the probabilities of the chosen qubits, in the order given', () => {
      const full = Array.from({ length: 8 }, (_, k) => psi[2 * k] ** 2 + psi[2 * k + 1] ** 2);
      for (const qubits of [[1], [2, 0], [0, 2], [1, 2, 0]]) {
        const expected = Array.from({ length: 2 ** qubits.length }, (_, m) =>
          full.reduce(
            (total, p, k) => (qubits.every((q, j) => ((k >> q) & 1) === ((m >> j) & 1)) ? total + p : total),
            0,
          ),
        );
        near(probabilities(u, at, { qubits, simulator }), expected, scale, `p(${qubits})`);
        near(expectation(u, outcomes(...qubits), options)(at), expected, scale, `⟨outcomes(${qubits})⟩`);
      }
      near(probabilities(u, at, options), full, scale, 'p');
    });

    test('shots of chosen qubits are shots of all, with the bits in the order given', () => {
      const all = sample(u, at, { shots: 100, seed: 5, simulator });
      const some = sample(u, at, { shots: 100, seed: 5, qubits: [2, 0], simulator });
      expect([...some]).toEqual([...all].map((k) => ((k >> 2) & 1) | ((k & 1) << 1)));
    });
  });
});
