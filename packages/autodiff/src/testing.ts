import { metered, reference, rowsIn, type Simulator } from '@hqnn/sim';
import { type Law, near, type Run, randomRun, refuses } from '@hqnn/sim/testing';
import type { GradientMethod } from './method.ts';

const SEEDS = [...Array(12).keys()];
const STEP = 1e-5;

/** What a method is held to. */
export interface ContractOptions {
  /** How far its gradients may be from the exact ones. */
  readonly tolerance?: number;
  /** What it runs on: the reference if absent. */
  readonly simulator?: Simulator;
}

const oracle = reference();

/**
 * What every gradient method keeps, on random programs with shared weights, controls, scaled angles and products: hand
 * each law to your test runner, as in `test.each(methodContract(myMethod))('$title', ({ check }) => check())`.
 */
export function methodContract(
  method: GradientMethod,
  { tolerance = 1e-10, simulator = oracle }: ContractOptions = {},
): readonly Law[] {
  const both = { features: true };
  const law = (title: string, seeds: readonly number[], holds: (run: Run) => void): Law => ({
    title,
    check: () => seeds.forEach((seed) => holds(randomRun(seed))),
  });
  const angles = SEEDS.filter((seed) => !randomRun(seed).program.initial);

  return [
    law('gradients are those of the adjoint sweep', angles, ({ program, features, weights, cotangents }) => {
      const actual = method.pullBack(simulator, program, features, weights, cotangents, both);
      const expected = oracle.pullBack(program, features, weights, cotangents);
      near(actual.weights, expected.weights, tolerance, 'gradient in the weights');
      near(actual.features, expected.features, tolerance, 'gradient in the features');
    }),
    law(
      'gradients are central differences of expectation values',
      SEEDS,
      ({ program, features, weights, cotangents }) => {
        const value = (theta: Float64Array) =>
          oracle.run(program, features, theta).reduce((sum, o, k) => sum + cotangents[k] * o, 0);
        const expected = weights.map(
          (weight, k) => (value(weights.with(k, weight + STEP)) - value(weights.with(k, weight - STEP))) / (2 * STEP),
        );
        const actual = method.pullBack(simulator, program, features, weights, cotangents, { features: false });
        near(actual.weights, expected, Math.max(tolerance, 1e-7), 'gradient in the weights');
      },
    ),
    law('cotangents that do not fit are refused', SEEDS, ({ program, features, weights }) => {
      const attempt = () => method.pullBack(simulator, program, features, weights, [1], { features: false });
      refuses(attempt, '3 rows of 2 observables take 6 cotangents, but 1 were given.');
    }),
    law('as many circuits are executed as it tells, for each row', angles, (run) => {
      const { program, features, weights, cotangents } = run;
      for (const wanted of [both, { features: false }]) {
        const meter = metered(simulator);
        method.pullBack(meter, program, features, weights, cotangents, wanted);
        near(
          [meter.executions()],
          [rowsIn(program, features) * method.executions(program, wanted)],
          1e-9,
          'executions',
        );
      }
    }),
    law('weights under amplitudes have their gradient too', SEEDS, ({ program, features, weights, cotangents }) => {
      const actual = method.pullBack(simulator, program, features, weights, cotangents, { features: false });
      const expected = oracle.pullBack(program, features, weights, cotangents);
      near(actual.weights, expected.weights, tolerance, 'gradient in the weights');
    }),
    law('what is not wanted is not given', SEEDS, ({ program, features, weights, cotangents }) => {
      const { features: slopes } = method.pullBack(simulator, program, features, weights, cotangents, {
        features: false,
      });
      if (slopes.length > 0)
        throw new Error(`${slopes.length} slopes in the features were given, but none were wanted.`);
    }),
    law('the gradient of a batch is the sum of its rows', angles, ({ program, features, weights, cotangents }) => {
      const outputs = program.observables.length;
      const batch = method.pullBack(simulator, program, features, weights, cotangents, both);
      const sum = new Float64Array(program.weights);
      for (let row = 0; row < 3; row++) {
        const x = features.subarray(row * program.features, (row + 1) * program.features);
        const dy = cotangents.subarray(row * outputs, (row + 1) * outputs);
        const single = method.pullBack(simulator, program, x, weights, dy, both);
        single.weights.forEach((slope, k) => {
          sum[k] += slope;
        });
        const slopes = batch.features.subarray(row * program.features, (row + 1) * program.features);
        near(single.features, slopes, tolerance, `feature gradient of row ${row}`);
      }
      near(batch.weights, sum, 10 * tolerance, 'weight gradient of the batch');
    }),
  ];
}
