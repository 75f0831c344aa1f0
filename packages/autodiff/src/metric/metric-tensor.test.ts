import {
  amplitudeEncoding,
  circuit,
  compile,
  crx,
  cx,
  expectation,
  features,
  ry,
  rz,
  state,
  times,
  vector,
  Z,
} from '@hqnn/circuits';
import { metered, reference, sampling } from '@hqnn/sim';
import { describe, expect, test } from 'vitest';
import { paramsFor, randomCircuit } from '../../../circuits/test/random-circuit.ts';
import { metricTensor } from './metric-tensor.ts';
import { naturalGradient } from './natural-gradient.ts';

const EXACT = 1e-10;
/** Second differences of a fidelity with this step. */
const [STEP, APPROXIMATE] = [2e-4, 2e-6];

const SEEDS = [...Array(60).keys()];

/** Random circuits with controls, phases, shared weights, products and scaled angles, that have weights. */
const cases = SEEDS.map((seed) => {
  const one = randomCircuit(seed, { qubits: 3, ops: 8, controls: 1, variable: true });
  return { one, compiled: compile(one), params: paramsFor(compile(one)) };
}).filter(({ compiled }) => compiled.program.weights > 0);

test('there are random circuits with weights', () => {
  expect(cases.length).toBeGreaterThan(20);
});

describe('the full metric', () => {
  test('it is −½ ∂²|⟨ψ(θ)|ψ(θ′)⟩|² at θ′ = θ', () => {
    for (const { one, compiled, params } of cases) {
      const g = metricTensor(expectation(one, Z(0), { simulator: reference() }))(params);
      const places = compiled.vectors.flatMap(({ name, length }) => Array.from({ length }, (_, k) => ({ name, k })));
      const at = state(one, params);
      const fidelity = (...moves: { name: string; k: number; by: number }[]) => {
        const moved: Record<string, Float64Array> = Object.fromEntries(
          Object.entries<ArrayLike<number>>(params).map(([name, values]) => [name, Float64Array.from(values)]),
        );
        for (const { name, k, by } of moves) moved[name][k] += by;
        const other = state(one, moved);
        let [re, im] = [0, 0];
        for (let j = 0; j < at.length; j += 2) {
          re += at[j] * other[j] + at[j + 1] * other[j + 1];
          im += at[j] * other[j + 1] - at[j + 1] * other[j];
        }
        return re ** 2 + im ** 2;
      };
      for (const a of places)
        for (const b of places) {
          const second = [1, -1].flatMap((s) =>
            [1, -1].map((t) => s * t * fidelity({ ...a, by: s * STEP }, { ...b, by: t * STEP })),
          );
          const expected = -second.reduce((sum, value) => sum + value, 0) / (4 * STEP ** 2) / 2;
          expect(Math.abs(g[a.name][b.name][a.k][b.k] - expected)).toBeLessThan(APPROXIMATE);
        }
    }
  });

  test('an approximation has entries of it, and the diagonal one all of its angles’ own', () => {
    let zeros = 0;
    for (const { one, compiled, params } of cases) {
      const weights = compiled.program.slots.map((slot) => (typeof slot === 'number' ? undefined : slot.weight));
      const used = weights.filter((weight) => weight !== undefined);
      if (new Set(used).size < used.length) continue; // A shared weight adds up entries between its rotations.
      const f = expectation(one, Z(0), { simulator: reference() });
      const [full, blocks, diagonal] = (['full', 'block-diagonal', 'diagonal'] as const).map((approximation) =>
        metricTensor(f, { approximation })(params),
      );
      for (const { name: a } of compiled.vectors)
        for (const { name: b } of compiled.vectors)
          full[a][b].forEach((row, j) =>
            row.forEach((value, k) => {
              const [block, own] = [blocks[a][b][j][k], diagonal[a][b][j][k]];
              if (block === 0) zeros++;
              else expect(Math.abs(block - value)).toBeLessThan(EXACT);
              if (a === b && j === k) {
                expect(Math.abs(own - value)).toBeLessThan(EXACT);
                expect(Math.abs(block - value)).toBeLessThan(EXACT);
              } else expect(own).toBe(0);
            }),
          );
    }
    expect(zeros).toBeGreaterThan(0);
  });
});

test('a circuit that begins from amplitudes has a metric, of which the covariances are the same', () => {
  const theta = vector('theta', 2);
  const scale = vector('scale', 1);
  const u = circuit(
    2,
    amplitudeEncoding(4),
    ry(theta[0], 0),
    crx(theta[1], 0, 1),
    rz(times(scale[0], features(5)[4]), 1),
  );
  const f = expectation(u, Z(0), { simulator: reference() });
  const at = { x: [0.1, -0.4, 0.3, 0.8, 1.7], theta: [0.5, 1.2], scale: [0.9] };
  const [full, own] = (['full', 'diagonal'] as const).map((approximation) => metricTensor(f, { approximation })(at));
  for (const [name, k] of [
    ['theta', 0],
    ['theta', 1],
    ['scale', 0],
  ] as const) {
    expect(full[name][name][k][k]).toBeGreaterThan(0.01);
    expect(Math.abs(full[name][name][k][k] - own[name][name][k][k])).toBeLessThan(EXACT);
  }
});

describe('of estimates', () => {
  const theta = vector('theta', 2);
  const ALPHA = 0.7;
  /** Both generators are Z/2, in one block; they always agree, so that their covariance is their variance. */
  const ENTRY = Math.sin(ALPHA) ** 2 / 4;
  const u = circuit(2, ry(ALPHA, 0), cx(0, 1), rz(theta[0], 0), rz(theta[1], 1));
  const at = { theta: [0.3, 1.2] };
  const BLOCK = [
    [0, 0],
    [0, 1],
    [1, 1],
  ] as const;
  const TRIALS = 2000;
  /** So many errors off is no chance. */
  const ERRORS = 5;

  test.each([
    { approximation: 'block-diagonal', shots: 1, entries: BLOCK },
    { approximation: 'block-diagonal', shots: 2, entries: BLOCK },
    { approximation: 'diagonal', shots: 1, entries: BLOCK.filter(([a, b]) => a === b) },
  ] as const)('the $approximation metric is not biased, with shots: $shots', ({ approximation, shots, entries }) => {
    const metrics = Array.from({ length: TRIALS }, (_, seed) => {
      const f = expectation(u, Z(0), { simulator: sampling(reference(), { shots, seed }) });
      return metricTensor(f, { approximation })(at).theta.theta;
    });
    for (const [a, b] of entries) {
      const mean = metrics.reduce((sum, g) => sum + g[a][b], 0) / TRIALS;
      const squared = metrics.reduce((sum, g) => sum + (g[a][b] - mean) ** 2, 0);
      expect(Math.abs(mean - ENTRY)).toBeLessThan(ERRORS * Math.sqrt(squared / TRIALS / (TRIALS - 1)));
    }
  });

  test.each(['block-diagonal', 'diagonal'] as const)(
    'the %s metric executes the circuits that it says',
    (approximation) => {
      const simulator = metered(sampling(reference(), { shots: 3 }));
      const g = metricTensor(expectation(u, Z(0), { simulator }), { approximation });
      g(at);
      expect(simulator.executions()).toBe(g.executions);
      const exact = metricTensor(expectation(u, Z(0), { simulator: reference() }), { approximation });
      expect(g.executions).toBe(2 * exact.executions);
    },
  );
});

test('each executes the circuits that it says', () => {
  for (const { one, params } of cases.slice(0, 12))
    for (const approximation of ['full', 'block-diagonal', 'diagonal'] as const) {
      const simulator = metered(reference());
      const g = metricTensor(expectation(one, Z(0), { simulator }), { approximation });
      g(params);
      expect(simulator.executions()).toBe(g.executions);
    }
});

test('the natural gradient solves (g + λ)d = ∇', () => {
  for (const { one, compiled, params } of cases.slice(0, 20)) {
    const simulator = reference();
    const { program, vectors } = compiled;
    const weights = Float64Array.from(vectors.flatMap(({ name }) => [...params[name]]));
    const features = Float64Array.from(params.x ?? []);
    const slopes = Float64Array.from(weights, (_, k) => Math.cos(k + 1));
    const g = metricTensor(expectation(one, Z(0), { simulator }))(params);
    const rows = vectors.flatMap(({ name: a, length }) =>
      Array.from({ length }, (_, j) => vectors.flatMap(({ name: b }) => [...g[a][b][j]])),
    );
    const d = naturalGradient(simulator, program, features, weights, slopes, { approximation: 'full', damping: 0.01 });
    rows.forEach((row, j) => {
      const value = row.reduce((sum, entry, k) => sum + entry * d[k], 0.01 * d[j]);
      expect(Math.abs(value - slopes[j])).toBeLessThan(1e-9);
    });
  }
});

test('a gradient with what is no number has no direction, and its place is named', () => {
  const theta = vector('theta', 2);
  const { program, simulator } = expectation(circuit(1, ry(theta[0], 0), ry(theta[1], 0)), Z(0));
  for (const slope of [Number.NaN, Infinity])
    expect(() => naturalGradient(simulator, program, [], [0.1, 0.2], [1, slope])).toThrow(
      `naturalGradient was given the slope ${slope} in place 1 of the gradient.`,
    );
});
