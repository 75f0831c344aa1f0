import { amplitudeDamping, depolarizing, metered, noisy, type Program, reference, simulator } from '@hqnn/sim';
import { type Run, randomRun } from '@hqnn/sim/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rotosolveSweep } from './rotosolve-sweep.ts';

/** How far values of curves may be from those of runs. */
const EXACT = 1e-10;
/** How much lower a dense scan may find a loss, whose dips the sweep has refined. */
const SCANNED = 1e-10;
const WINDOW = 5;

const fast = simulator({ precision: 'double', threads: 1 });

/** A squared distance from values that no state has. */
const loss = (values: Float64Array) =>
  values.reduce((sum, value, k) => sum + (value - Math.cos(5 * k)) ** 2, 0) / values.length;

const lossOf = ({ program, features }: Run, weights: Float64Array) => loss(fast.run(program, features, weights));

const sweep = ({ program, features, weights }: Run, options = {}) =>
  rotosolveSweep(fast, program, features, weights, loss, options);

/** The program in which all weights but one are numbers. */
function alongOne(program: Program, weight: number, weights: Float64Array): Program {
  const slots = program.slots.map((angle) => {
    if (typeof angle === 'number' || angle.weight === undefined || angle.weight === weight) return angle;
    const { weight: held, ...rest } = angle;
    return { ...rest, scale: rest.scale * weights[held] };
  });
  return { ...program, slots };
}

const seeds = fc.integer({ min: 0, max: 5000 });

test('a loss never rises, and is what is found at the weights: shared weights, controls, scales, products, amplitudes', () => {
  let fell = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const run = randomRun(seed);
      const { weights, loss: reached } = sweep(run);
      expect(reached).toBeLessThanOrEqual(lossOf(run, run.weights) + EXACT);
      expect(Math.abs(reached - lossOf(run, weights))).toBeLessThan(EXACT);
      if (reached < lossOf(run, run.weights) - 0.01) fell++;
    }),
    { seed: 1, numRuns: 40 },
  );
  expect(fell).toBeGreaterThan(25);
});

test('each weight is moved to where the loss is lowest along it, as a dense scan of runs finds', () => {
  let moved = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const run = randomRun(seed, { qubits: 2 });
      for (let weight = 0; weight < run.program.weights; weight++) {
        const one = { ...run, program: alongOne(run.program, weight, run.weights) };
        const found = sweep(one, { window: WINDOW });
        if (found.weights[weight] !== run.weights[weight]) moved++;
        for (let t = -WINDOW; t <= WINDOW; t += WINDOW / 100)
          expect(found.loss).toBeLessThan(lossOf(one, run.weights.with(weight, run.weights[weight] + t)) + SCANNED);
      }
    }),
    { seed: 2, numRuns: 15 },
  );
  expect(moved).toBeGreaterThan(20);
});

test('where sweeps come to rest, no weight finds anything lower', () => {
  const run = randomRun(4, { qubits: 2, rows: 2 });
  let { weights } = run;
  for (let k = 0; k < 60; k++) weights = sweep({ ...run, weights }, { window: WINDOW }).weights;
  const rest = lossOf(run, weights);
  expect(rest).toBeLessThan(lossOf(run, run.weights) - 0.1);
  for (let weight = 0; weight < weights.length; weight++)
    for (let t = -WINDOW; t <= WINDOW; t += 0.05)
      expect(rest).toBeLessThan(lossOf(run, weights.with(weight, weights[weight] + t)) + 1e-7);
});

test('a weight that does not matter, and one that no rotation uses, stay', () => {
  const z = { x: 0, z: 1 };
  const program: Program = {
    qubits: 1,
    features: 0,
    weights: 3,
    slots: [
      { scale: 1, weight: 0, offset: 0 },
      { scale: 1, weight: 2, offset: 0 },
    ],
    instructions: [
      { kind: 'rotation', word: z, phase: 0, controls: 0, slot: 0 },
      { kind: 'rotation', word: { x: 1, z: 1 }, phase: 0, controls: 0, slot: 1 },
    ],
    observables: [{ terms: [{ coefficient: 1, word: z }] }],
  };
  const { weights, loss: lowest } = rotosolveSweep(reference(), program, [], [0.3, 0.4, 0.5], ([value]) => value);
  expect([...weights.subarray(0, 2)]).toEqual([0.3, 0.4]);
  expect(Math.abs(weights[2] - Math.PI)).toBeLessThan(1e-7);
  expect(lowest).toBeCloseTo(-1, 12);
  expect([...rotosolveSweep(reference(), program, [], [0.3, 0.4, 0.5], () => 2).weights]).toEqual([0.3, 0.4, 0.5]);
});

test('a window is how far a weight is moved at most', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const run = randomRun(seed);
    const { weights } = sweep(run, { window: 0.2 });
    weights.forEach((weight, k) => expect(Math.abs(weight - run.weights[k])).toBeLessThan(0.2 + 1e-9));
  }
});

test.each([...Array(12).keys()])('random program %i executes the circuits that are told', (seed) => {
  const { program, features, weights } = randomRun(seed);
  const noise = { single: [depolarizing(0.02)], multi: [amplitudeDamping(0.05)], trajectories: 4, seed };
  for (const inner of [reference(), noisy(reference(), noise)]) {
    const simulator = metered(inner);
    const { executions } = rotosolveSweep(simulator, program, features, weights, loss);
    expect(executions).toBe(simulator.executions());
  }
});

test('under quantum jumps of the program the loss is measured where the weights are', () => {
  const { program, features, weights } = randomRun(2, { jumps: 2 });
  const simulator = metered(reference());
  const found = rotosolveSweep(simulator, program, features, weights, loss);
  expect(found.executions).toBe(simulator.executions());
  expect(found.loss).toBe(loss(reference().run(program, features, found.weights)));
});

test('from estimates it finds a lower loss too', () => {
  const run = randomRun(1, { qubits: 2, rows: 2 });
  const device = noisy(fast, { single: [depolarizing(0.01)], multi: [depolarizing(0.02)], trajectories: 400, seed: 5 });
  const { weights } = rotosolveSweep(device, run.program, run.features, run.weights, loss, { window: WINDOW });
  const [before, estimated, exact] = [run.weights, weights, sweep(run, { window: WINDOW }).weights].map((at) =>
    lossOf(run, at),
  );
  expect(before - estimated).toBeGreaterThan(0.8 * (before - exact));
});

test('a loss is given no value beyond what an observable can have', () => {
  const word = { x: 0, z: 1 };
  const program: Program = {
    qubits: 1,
    features: 0,
    weights: 1,
    slots: [{ scale: 1, weight: 0, offset: 0 }],
    instructions: [{ kind: 'rotation', word: { x: 1, z: 0 }, phase: 0, controls: 0, slot: 0 }],
    observables: [{ terms: [{ coefficient: 1, word }] }],
  };
  // The root of a negative number is none.
  const distance = ([value]: Float64Array) => Math.sqrt(1 - value);
  for (let start = 0.1; start < 6; start += 0.1) {
    const { weights, loss: least } = rotosolveSweep(reference(), program, [], [start], distance);
    expect(Math.cos(weights[0])).toBeCloseTo(1, 12);
    expect(least).toBeLessThan(1e-7);
  }
});

test('a weight of too many frequencies is refused before anything is run', () => {
  const { program, features, weights } = randomRun(1);
  const slots = [1, 2, 3, 4, 0].map((k) => ({ scale: 1, feature: k % 4, weight: 3, offset: k }));
  const instructions = slots.map((_, slot) => ({
    kind: 'rotation' as const,
    word: { x: 1, z: 0 },
    phase: 0,
    controls: 0,
    slot,
  }));
  const many = { ...program, slots, instructions };
  const simulator = metered(reference());
  const attempt = (most?: number) => rotosolveSweep(simulator, many, features, weights, loss, most ? { most } : {});
  // (5·3³ − 1)/2 of them by four features, of which one turns two rotations.
  expect(attempt(67).executions).toBe(simulator.executions());
  const before = simulator.executions();
  expect(() => attempt(66)).toThrow('more than 66 frequencies');
  expect(() => attempt()).toThrow(
    'Along weight 3, which turns 5 rotations, row 0 has more than 64 frequencies, each of which takes up to two circuits. Train the weights by gradient, or raise most.',
  );
  expect(simulator.executions()).toBe(before);
});

test('what cannot be is refused in words', () => {
  const { program, features, weights } = randomRun(1);
  const attempt =
    (change: { features?: number[]; weights?: number[]; loss?: (values: Float64Array) => number; options?: object }) =>
    () =>
      rotosolveSweep(
        reference(),
        program,
        change.features ?? features,
        change.weights ?? weights,
        change.loss ?? loss,
        change.options,
      );
  expect(attempt({ weights: [1, 2] })).toThrow('takes 5 weights, but rotosolveSweep was given 2.');
  expect(attempt({ weights: [1, 2, Number.NaN, 4, 5] })).toThrow('Weight 2 is NaN.');
  expect(attempt({ features: [1, 2, 3, Number.NaN] })).toThrow('Feature 3 of row 0 is NaN.');
  expect(attempt({ features: [1, 2, 3] })).toThrow('rows of 4 features, one at least, but rotosolveSweep was given 3');
  expect(attempt({ features: [] })).toThrow('was given 0 numbers');
  expect(attempt({ loss: () => Number.NaN })).toThrow('given a loss that is NaN where the expectation values are');
  expect(attempt({ loss: (() => undefined) as never })).toThrow('a loss that is undefined');
  expect(attempt({ loss: () => Number.NEGATIVE_INFINITY })).toThrow(
    'that is -Infinity where the expectation values are',
  );
  expect(attempt({ options: { step: 1 } })).toThrow('rotosolveSweep was given step. It takes most, window.');
  expect(attempt({ options: { most: 0 } })).toThrow(
    'rotosolveSweep was given the most 0. It is a whole number from 1.',
  );
  expect(attempt({ options: { window: -1 } })).toThrow('the window -1. It is a number above 0.');
});

test('what is no loss is refused before anything is run', () => {
  const { program, features, weights } = randomRun(1);
  const simulator = metered(reference());
  expect(() => rotosolveSweep(simulator, program, features, weights, 'mse' as never)).toThrow(
    'rotosolveSweep was given the loss mse. It is a function of the expectation values.',
  );
  expect(simulator.executions()).toBe(0);
});
