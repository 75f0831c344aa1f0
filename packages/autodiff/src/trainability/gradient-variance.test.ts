import {
  angleEncoding,
  circuit,
  features,
  hardwareEfficient,
  identityBlock,
  product,
  projector,
  ry,
  rz,
  scaled,
  stronglyEntangling,
  sum,
  vector,
  X,
  Z,
} from '@hqnn/circuits';
import { reference, simulator } from '@hqnn/sim';
import { expect, test } from 'vitest';
import { parameterShift } from '../parameter-shift.ts';
import { gradientVariance } from './gradient-variance.ts';
import { meanOf } from './moments.ts';
import { slopeVariance } from './slope-variance.ts';

const ERRORS = 4;

const qubitsOf = (n: number) => [...Array(n).keys()];
const turned = (n: number) =>
  circuit(
    n,
    qubitsOf(n).map((q) => ry(vector('theta', n)[q], q)),
  );
const globalZ = (n: number) => product(...qubitsOf(n).map((q) => Z(q)));

/** Exact variances of slopes of RY on each qubit, by the mean of sin² and cos² over all angles. */
const EXACT = [
  // ∂ = −sin θ
  ['⟨Z⟩ of the first', 1, (_: number) => Z(0), () => 1 / 2],
  // ∂ = −sin θ₀ Π cos θ
  ['the parity of all', 3, globalZ, (n: number) => 2 ** -n],
  // ∂ = −½ sin θ₀ Π cos²(θ/2)
  [
    'the projector on 0…0',
    3,
    (n: number) => projector('0'.repeat(n), ...qubitsOf(n)),
    (n: number) => (3 / 8) ** (n - 1) / 8,
  ],
  // ∂ = −sin θ₀ / n
  [
    'the mean of all Z',
    3,
    (n: number) => scaled(1 / n, sum(...qubitsOf(n).map((q) => Z(q)))),
    (n: number) => 1 / (2 * n * n),
  ],
] as const;

test.each(EXACT)('rotations without entanglers have exact variances: %s', (_, n, observable, exact) => {
  const make = (qubits: number) => ({ circuit: turned(qubits), observable: observable(qubits) });
  const { variances } = gradientVariance(make, { qubits: [n], samples: 4000, seed: 3 });
  const [{ all, first, weights }] = variances;
  expect(weights).toBe(n);
  expect(Math.abs(first.value - exact(n))).toBeLessThan(ERRORS * first.error);
  expect(Math.abs(all.value - exact(n))).toBeLessThan(ERRORS * all.error);
});

test('a global observable of a product state decays by half a qubit, a projector by 3/8', () => {
  const decayOf = (observable: (n: number) => ReturnType<typeof Z>) =>
    gradientVariance((n) => ({ circuit: turned(n), observable: observable(n) }), {
      qubits: [1, 2, 3, 4, 5],
      samples: 2000,
      seed: 1,
    }).decays[0].all;
  const parity = decayOf(globalZ);
  expect(Math.abs((parity?.rate ?? 0) - 1 / 2)).toBeLessThan(ERRORS * (parity?.error ?? 0));
  const projected = decayOf((n) => projector('0'.repeat(n), ...qubitsOf(n)));
  expect(Math.abs((projected?.rate ?? 0) - 3 / 8)).toBeLessThan(ERRORS * (projected?.error ?? 0));
  expect(parity?.rSquared).toBeGreaterThan(0.99);
});

test('deep circuits have the variance of 2-designs, and decay by half a qubit', () => {
  // RY on |0⟩ before a random U: (Re⟨1|U†OU|0⟩)², which is N/2(N² − 1) on average for O with the trace 0 and O² = 1.
  const make = (n: number, layers: number) => ({
    circuit: hardwareEfficient(n, { layers }),
    observable: globalZ(n),
  });
  const { variances, decays } = gradientVariance(make, { qubits: [2, 3, 4, 5], layers: [12], samples: 500, seed: 2 });
  for (const { qubits, first } of variances) {
    const size = 2 ** qubits;
    expect(Math.abs(first.value - size / (2 * (size ** 2 - 1)))).toBeLessThan(ERRORS * first.error);
  }
  expect(decays[0].all?.rate).toBeGreaterThan(0.47);
  expect(decays[0].all?.rate).toBeLessThan(0.55);
  expect(decays[0].all?.rSquared).toBeGreaterThan(0.99);
});

test('near the identity the slopes of a local observable stay', () => {
  const seeing = (n: number) => ({
    circuit: identityBlock(stronglyEntangling(n, { layers: 4 })),
    // ⟨Z⟩ has no slope at |0⟩, of which it is an eigenvalue.
    observable: X(0),
  });
  const options = { qubits: [2, 4, 6], samples: 60 };
  const uniform = gradientVariance(seeing, options);
  const blocks = gradientVariance(seeing, { ...options, initialisation: { method: 'identity-blocks' } });
  const rates = [uniform, blocks].map(({ decays }) => decays[0].all?.rate ?? 0);
  expect(rates[0]).toBeLessThan(0.65);
  expect(rates[1]).toBeGreaterThan(rates[0] + 0.05);
  expect(blocks.variances[2].all.value).toBeGreaterThan(2 * uniform.variances[2].all.value);
});

test('a circuit has the same draws whatever else is looked at, and the same slopes by any exact method', () => {
  const make = (n: number, layers: number) => ({ circuit: hardwareEfficient(n, { layers }), observable: Z(0) });
  const options = { samples: 20, seed: 5 };
  const { variances } = gradientVariance(make, { qubits: [2, 3], layers: [1, 2], ...options });
  const [alone] = gradientVariance(make, { qubits: [3], layers: [2], ...options }).variances;
  expect(variances[3]).toEqual(alone);
  for (const more of [{ method: parameterShift }, { simulator: reference() }]) {
    const [other] = gradientVariance(make, { qubits: [3], layers: [2], ...options, ...more }).variances;
    expect(other.all.value).toBeCloseTo(alone.all.value, 12);
    expect(other.first.error).toBeCloseTo(alone.first.error, 12);
  }
});

test('a weight that does nothing has no decay', () => {
  const dead = (n: number) => ({
    circuit: circuit(n, rz(vector('theta', 2)[0], 0), ry(vector('theta', 2)[1], 0)),
    observable: Z(0),
  });
  for (const precision of ['single', 'double'] as const) {
    const on = simulator({ precision, threads: 1 });
    const { decays } = gradientVariance(dead, { qubits: [1, 2], samples: 50, simulator: on });
    expect(decays[0].first).toBeNull();
    expect(decays[0].all?.fitted).toBe(2);
    on.dispose();
  }
});

test('the variance of draws is the mean over weights of the variance of each', () => {
  const slopes = Float64Array.of(1, 10, 2, 30, 6, 50);
  const { all, first } = slopeVariance(slopes, 2);
  expect(first.value).toBeCloseTo(7, 12);
  expect(all.value).toBeCloseTo((7 + 400) / 2, 12);
});

test('its error is how far it scatters', () => {
  const make = () => ({ circuit: turned(2), observable: globalZ(2) });
  const drawn = Array.from({ length: 300 }, (_, seed) => {
    const [{ all }] = gradientVariance(make, { qubits: [2], samples: 100, seed }).variances;
    return { pull: ((all.value - 1 / 4) / all.error) ** 2 };
  });
  expect(meanOf(drawn.map(({ pull }) => pull))).toBeCloseTo(1, 0);
});

test('features are given for each number of qubits', () => {
  const make = (n: number) => ({
    circuit: circuit(n, angleEncoding(features(n)), hardwareEfficient(n)),
    observable: Z(0),
  });
  const x = (n: number) => qubitsOf(n).map((q) => q / 2);
  expect(gradientVariance(make, { qubits: [1, 2], samples: 5, x }).variances).toHaveLength(2);
  expect(() => gradientVariance(make, { qubits: [2], samples: 5 })).toThrow('The circuit depends on x');
});

test('what there is no variance of is refused', () => {
  const make = (n: number) => ({ circuit: turned(n), observable: Z(0) });
  expect(() => gradientVariance(make, { qubits: [] })).toThrow(
    'gradientVariance was given the qubits . It is a list of whole numbers from 1.',
  );
  expect(() => gradientVariance(make, { qubits: [2], layers: [0] })).toThrow(
    'gradientVariance was given the layers 0.',
  );
  expect(() => gradientVariance(make, { qubits: [2], samples: 1 })).toThrow('a whole number from 2');
  expect(() => gradientVariance(make, { qubits: [2], depth: 1 } as never)).toThrow('gradientVariance was given depth.');
  const fixed = () => ({ circuit: circuit(1), observable: Z(0) });
  expect(() => gradientVariance(fixed, { qubits: [1] })).toThrow(
    'gradientVariance was given a circuit without weights for 1 qubits and 1 layers.',
  );
  const noisy = { ...reference(), estimates: true } as const;
  expect(() => gradientVariance(make, { qubits: [1], simulator: noisy })).toThrow(
    'gradientVariance without a method was given the simulator reference, whose values are estimates.',
  );
});
