import { reference } from '../reference.ts';
import type { Simulator } from '../simulator.ts';
import { jumpLaws } from './jump-laws.ts';
import { near as expectNear } from './near.ts';
import { type Run, randomRun } from './random-run.ts';
import { refuses } from './refuses.ts';

/** One thing that must hold. `check` throws, saying what differs, when it does not. */
export interface Law {
  readonly title: string;
  check(): void;
}

const SEEDS = [...Array(12).keys()];

/**
 * What every simulator keeps: hand each law to your test runner, as in
 * `test.each(simulatorContract(mySimulator))('$title', ({ check }) => check())`.
 */
export function simulatorContract(make: () => Simulator, { tolerance = 1e-10 } = {}): readonly Law[] {
  const oracle = reference();
  const law = (
    title: string,
    holds: (simulator: Simulator, run: Run, near: Near) => void,
    runs: (seed: number) => Run | undefined = (seed) => randomRun(seed),
  ): Law => ({
    title,
    check: () => {
      const simulator = make();
      for (const seed of SEEDS) {
        const run = runs(seed);
        if (!run) continue;
        holds(simulator, run, (actual, expected, what, slack = 1) =>
          expectNear(actual, expected, slack * tolerance, `${what}, random program ${seed}`),
        );
      }
      simulator.dispose();
    },
  });

  return [
    law('every state has norm 1', (simulator, { program, features, weights }, near) => {
      const probabilities = simulator.probabilities(program, features, weights);
      const size = 2 ** program.qubits;
      for (let row = 0; row < 3; row++) {
        const total = probabilities.subarray(row * size, (row + 1) * size).reduce((sum, p) => sum + p, 0);
        near([total], [1], `norm of row ${row}`);
      }
    }),
    law('states, probabilities and expectation values are those of the reference', (simulator, run, near) => {
      const on = [run.program, run.features, run.weights] as const;
      near(simulator.state(...on), oracle.state(...on), 'state');
      near(simulator.probabilities(...on), oracle.probabilities(...on), 'probabilities');
      near(simulator.run(...on), oracle.run(...on), 'expectation values');
    }),
    law('a shifted slot is the same program with another angle', (simulator, run, near) => {
      const { program, features, weights } = run;
      const shifts = program.slots.flatMap((_, slot) => [0.7, -1.9].map((shift) => ({ slot, shift })));
      near(
        simulator.runShifted(program, features, weights, shifts),
        oracle.runShifted(program, features, weights, shifts),
        'shifted expectation values',
      );
    }),
    law('gradients are central differences of expectation values', (simulator, run, near) => {
      const { program, features, weights, cotangents } = run;
      const value = (x: Float64Array, theta: Float64Array) =>
        oracle.run(program, x, theta).reduce((sum, o, k) => sum + cotangents[k] * o, 0);
      const gradients = simulator.pullBack(program, features, weights, cotangents);
      const slack = Math.max(1, 1e-7 / tolerance);
      near(
        gradients.weights,
        central((theta) => value(features, theta), weights),
        'gradient in the weights',
        slack,
      );
      near(
        gradients.features,
        central((x) => value(x, weights), features),
        'gradient in the features',
        slack,
      );
    }),
    law('a batch is its rows side by side', (simulator, { program, features, weights, cotangents }, near) => {
      const outputs = program.observables.length;
      const rowOf = (values: Float64Array, width: number, row: number) =>
        values.subarray(row * width, (row + 1) * width);
      const values = simulator.run(program, features, weights);
      const batch = simulator.pullBack(program, features, weights, cotangents);
      const sum = new Float64Array(program.weights);
      for (let row = 0; row < 3; row++) {
        const x = rowOf(features, program.features, row);
        near(simulator.run(program, x, weights), rowOf(values, outputs, row), `row ${row}`);
        const single = simulator.pullBack(program, x, weights, rowOf(cotangents, outputs, row));
        near(single.features, rowOf(batch.features, program.features, row), `feature gradient of row ${row}`, 10);
        single.weights.forEach((slope, k) => {
          sum[k] += slope;
        });
      }
      near(batch.weights, sum, 'weight gradient of the batch', 10);
    }),
    law(
      'a batch of thousands is its halves',
      (simulator, { program, features, weights, cotangents }, near) => {
        const halves = (values: Float64Array) =>
          [0, 1].map((k) => values.subarray((k * values.length) / 2, ((k + 1) * values.length) / 2));
        const values = halves(features).map((x) => [...simulator.run(program, x, weights)]);
        near(simulator.run(program, features, weights), values.flat(), 'expectation values');
        const whole = simulator.pullBack(program, features, weights, cotangents);
        const parts = halves(features).map((x, k) => simulator.pullBack(program, x, weights, halves(cotangents)[k]));
        near(whole.features, [...parts[0].features, ...parts[1].features], 'gradient in the features', 10);
        const sum = parts[0].weights.map((slope, k) => slope + parts[1].weights[k]);
        near(whole.weights, sum, 'gradient in the weights', 1000);
      },
      (seed) => (seed % 4 === 3 ? randomRun(seed, { qubits: 4, rows: 2000 }) : undefined),
    ),
    law(
      'shots follow the probabilities, the same for the same seed',
      (simulator, { program, features, weights }, near) => {
        const shots = 4000;
        const size = 2 ** program.qubits;
        const outcomes = simulator.sample(program, features, weights, { shots, seed: 5 });
        near(simulator.sample(program, features, weights, { shots, seed: 5 }), outcomes, 'outcomes of the same seed');
        simulator.probabilities(program, features, weights).forEach((p, k) => {
          const row = Math.floor(k / size);
          const count = outcomes
            .subarray(row * shots, (row + 1) * shots)
            .filter((outcome) => outcome === k % size).length;
          const allowed = 5 * Math.sqrt((p * (1 - p)) / shots) + 1e-3;
          expectNear([count / shots], [p], allowed, `frequency of |${k % size}⟩ in row ${row}`);
        });
      },
    ),
    law('features that are not wanted have no gradient, and the weights the same', (simulator, run, near) => {
      const { program, features, weights, cotangents } = run;
      const all = simulator.pullBack(program, features, weights, cotangents);
      const some = simulator.pullBack(program, features, weights, cotangents, { features: false });
      near(some.features, [], 'gradient in the features');
      near(some.weights, all.weights, 'gradient in the weights', 10);
    }),
    law('no rows give no numbers', (simulator, { program, weights }, near) => {
      near(simulator.run(program, [], weights), [], 'expectation values');
      const { weights: slopes, features } = simulator.pullBack(program, [], weights, []);
      near(slopes, new Float64Array(program.weights), 'gradient in the weights');
      near(features, [], 'gradient in the features');
    }),
    law('features and weights that do not fit are refused in words', (simulator, { program, features, weights }) => {
      refuses(() => simulator.run(program, features.subarray(1), weights), 'rows of 4 features');
      refuses(() => simulator.run(program, features, weights.subarray(1)), 'takes 5 weights, but was given 4');
      refuses(() => simulator.run(program, features.with(5, Number.NaN), weights), 'Feature 1 of row 1 is NaN');
      refuses(() => simulator.run(program, features, weights.with(2, Infinity)), 'Weight 2 is Infinity');
      refuses(() => simulator.pullBack(program, features, weights, [1]), 'take 6 cotangents');
      const broken = new Float64Array(6).fill(Number.NaN, 2, 3);
      refuses(() => simulator.pullBack(program, features, weights, broken), 'Cotangent 2 is NaN');
      refuses(() => simulator.sample(program, features, weights, { shots: 0, seed: 1 }), '0 shots');
      const missing = program.slots.length;
      refuses(
        () => simulator.runShifted(program, features, weights, [{ slot: missing, shift: 1 }]),
        `moves slot ${missing}`,
      );
    }),
    law('a row of amplitudes that are all zero is refused, not run', (simulator, { program, features, weights }) => {
      if (!program.initial) return;
      const none = features.map(() => 0);
      refuses(() => simulator.run(program, none, weights), 'no quantum state can be made');
    }),
    law('a row of amplitudes that is not normalised is refused where that is asked for', (simulator, run) => {
      const { program, features, weights } = run;
      if (!program.initial) return;
      const asked = { ...program, otherNorm: 'error' } as const;
      refuses(() => simulator.run(asked, features.fill(0.9, 4, 8), weights), 'They were to have norm 1');
      const width = program.initial.length;
      simulator.run(
        asked,
        features.map((_, k) => (program.initial?.includes(k % program.features) ? 1 / Math.sqrt(width) : 0)),
        weights,
      );
    }),
    law('amplitudes that are one feature several times have the slope of their sum', (simulator, run, near) => {
      const { program, features, weights, cotangents } = run;
      if (!program.initial) return;
      const twice = {
        ...program,
        initial: program.initial.map((feature, k) => (k === 0 ? (program.initial?.at(-1) ?? feature) : feature)),
      };
      const expected = oracle.pullBack(twice, features, weights, cotangents);
      const actual = simulator.pullBack(twice, features, weights, cotangents);
      near(actual.features, expected.features, 'feature gradient', 10);
      const slope = central(
        (x) => oracle.run(twice, x, weights).reduce((sum, o, k) => sum + cotangents[k] * o, 0),
        features,
      );
      near(expected.features, slope, 'feature gradient of the reference', 1e6);
    }),
    law('a row of amplitudes that are all zero is |0…0⟩ where that is asked for', (simulator, run, near) => {
      const { program, weights, cotangents } = run;
      const { initial, ...plain } = program;
      if (!initial) return;
      const features = run.features.fill(0, 4, 8);
      const asked = { ...program, zeroNorm: 'zero-state' } as const;
      const row = (values: Float64Array) => values.subarray(values.length / 3, (2 * values.length) / 3);
      near(
        row(simulator.run(asked, features, weights)),
        row(oracle.run(plain, features, weights)),
        'values of that row',
      );
      const only = { features: false };
      const expected = oracle.pullBack(asked, features, weights, cotangents, only).weights;
      near(simulator.pullBack(asked, features, weights, cotangents, only).weights, expected, 'weight gradient', 10);
      refuses(() => simulator.pullBack(asked, features, weights, cotangents), 'has no gradient in them');
    }),
    ...jumpLaws(make, tolerance),
  ];
}

type Near = (actual: ArrayLike<number>, expected: ArrayLike<number>, what: string, slack?: number) => void;

function central(f: (at: Float64Array) => number, at: Float64Array): Float64Array {
  const d = 1e-5;
  return at.map((value, k) => (f(at.with(k, value + d)) - f(at.with(k, value - d))) / (2 * d));
}
