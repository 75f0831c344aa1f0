import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import {
  amplitudeDamping,
  type Channel,
  depolarizing,
  metered,
  noisy,
  type Program,
  pauliWord,
  readoutError,
  reference,
} from '../src/index.ts';
import { randomRun } from '../src/testing/random-run.ts';
import { density, expectationOf, type Textbook, type TextbookNoise } from './density.ts';
import { CASES, CERTAIN } from './textbook.ts';

/** What a mean may be off by, in standard errors: with 3,000 numbers compared, 5 happen once in a thousand such runs. */
const ERRORS = 5;
const EXACT = 1e-10;

const DOUBLE = SIMULATORS.filter(({ simulator }) => simulator.precision === 'double');

/** Random programs on two and three qubits, with controls, phases, products and matrices; one row of each. */
const RUNS = [1, 2, 3, 5, 6, 7].map((seed) => {
  const run = randomRun(seed, { qubits: 2 + (seed % 2), rows: 1, length: 8 });
  return { ...run, seed };
});

const none: TextbookNoise = { single: [], multi: [] };

const exactly = ({ program, features, weights }: (typeof RUNS)[number], noise: TextbookNoise) => {
  const rho = density(program, features, weights, noise);
  return program.observables.map((observable) => expectationOf(rho, observable));
};

test('the density matrices of the textbook are right without noise', () => {
  for (const run of RUNS)
    exactly(run, none).forEach((value, k) =>
      expect(Math.abs(value - reference().run(run.program, run.features, run.weights)[k])).toBeLessThan(EXACT),
    );
});

describe.each(DOUBLE)('on $name', ({ simulator }) => {
  const all = (channels: readonly Channel[]) => ({ single: channels, multi: channels });
  const mixed = CASES.filter(({ name }) => ['amplitude damping', 'depolarising', 'phase damping'].includes(name));
  const together = {
    name: 'damping, depolarising and dephasing together',
    channels: mixed.map(({ channel }) => channel),
    textbook: mixed.map(({ textbook }) => textbook),
  };
  const singles = CASES.map(({ name, channel, textbook }) => ({ name, channels: [channel], textbook: [textbook] }));

  test.each([...singles, together])('$name: means are those of density matrices, within their errors', (one) => {
    const scores: number[] = [];
    for (const run of RUNS) {
      const textbook: readonly Textbook[] = one.textbook;
      const expected = exactly(run, { single: textbook, multi: textbook });
      const fast = noisy(simulator, { ...all(one.channels), trajectories: 4000, seed: run.seed });
      const { values, errors } = fast.estimate(run.program, run.features, run.weights);
      expected.forEach((value, k) => {
        if (errors[k] > 1e-9) scores.push((values[k] - value) / errors[k]);
        expect(Math.abs(values[k] - value)).toBeLessThan(ERRORS * errors[k] + 1e-9);
      });
    }
    expect(scores.length).toBeGreaterThan(6);
  });

  test.each(CERTAIN)('$name behind every instruction: without chance, the means are exact', ({ channel, textbook }) => {
    for (const run of RUNS) {
      const expected = exactly(run, { single: [textbook], multi: [textbook] });
      const values = noisy(simulator, all([channel])).run(run.program, run.features, run.weights);
      expected.forEach((value, k) => expect(Math.abs(values[k] - value)).toBeLessThan(EXACT));
    }
  });

  test('no noise is the simulator itself', () => {
    for (const { program, features, weights } of RUNS) {
      const expected = simulator.run(program, features, weights);
      for (const noise of [{}, all([depolarizing(0)]), all([amplitudeDamping(0)])])
        noisy(simulator, { ...noise, trajectories: 3 })
          .run(program, features, weights)
          .forEach((value, k) => expect(Math.abs(value - expected[k])).toBeLessThan(EXACT));
    }
  });
});

/** RX(π·x) on one qubit, then ⟨Z⟩ and ⟨X⟩: a 1 for x = 1. */
const flip: Program = {
  qubits: 1,
  features: 1,
  weights: 0,
  slots: [{ scale: Math.PI, feature: 0, offset: 0 }],
  instructions: [{ kind: 'rotation', word: pauliWord('X', [0]), phase: 0, controls: 0, slot: 0 }],
  observables: ['Z', 'X'].map((letter) => ({ terms: [{ coefficient: 1, word: pauliWord(letter, [0]) }] })),
};

test('the errors that it tells are those that it makes: their scores have mean 0 and spread 1', () => {
  const scores: number[] = [];
  const many = noisy(reference(), { single: [amplitudeDamping(0.3)], trajectories: 60, seed: 8 });
  // A 1 falls to 0 with probability 0.3, so ⟨Z⟩ = −1 + 2·0.3.
  for (let trial = 0; trial < 600; trial++) {
    const { values, errors } = many.estimate(flip, [1], []);
    scores.push((values[0] + 0.4) / errors[0]);
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1));
  expect(Math.abs(mean)).toBeLessThan(0.2);
  expect(Math.abs(spread - 1)).toBeLessThan(0.12);
});

test('γ = 1 leaves 0, and depolarising with p = ¾ leaves nothing', () => {
  const damped = noisy(reference(), { single: [amplitudeDamping(1)], trajectories: 5 });
  expect([...damped.run(flip, [1], [])].map((value) => Number(value.toFixed(12)))).toEqual([1, 0]);
  const { values, errors } = noisy(reference(), { single: [depolarizing(0.75)], trajectories: 4000 }).estimate(
    flip,
    [1],
    [],
  );
  expect(Math.abs(values[0])).toBeLessThan(ERRORS * errors[0]);
});

describe('readout errors', () => {
  const readout = readoutError(0.1, 0.25);

  test('they are exact in expectation values: ⟨Z⟩ of 1 is read as −1 + 2·0.25, of 0 as 1 − 2·0.1', () => {
    const read = noisy(reference(), { readout });
    expect(read.run(flip, [1, 0], [])[0]).toBeCloseTo(-0.5, 12);
    expect(read.run(flip, [1, 0], [])[2]).toBeCloseTo(0.8, 12);
    // The distribution says the same.
    expect([...read.probabilities(flip, [1], [])].map((p) => Number(p.toFixed(12)))).toEqual([0.25, 0.75]);
  });

  test('shots are misread as often', () => {
    const shots = 20_000;
    const outcomes = noisy(reference(), { readout }).sample(flip, [1], [], { shots, seed: 3 });
    const zeros = outcomes.filter((outcome) => outcome === 0).length / shots;
    expect(Math.abs(zeros - 0.25)).toBeLessThan(ERRORS * Math.sqrt((0.25 * 0.75) / shots));
  });
});

test('shots under noise are each of a trajectory of their own', () => {
  const shots = 20_000;
  const outcomes = noisy(reference(), { single: [amplitudeDamping(0.3)], trajectories: 2 }).sample(flip, [1], [], {
    shots,
    seed: 4,
  });
  const zeros = outcomes.filter((outcome) => outcome === 0).length / shots;
  expect(Math.abs(zeros - 0.3)).toBeLessThan(ERRORS * Math.sqrt((0.3 * 0.7) / shots));
});

test('each call draws anew, and the same calls from the same seed give the same numbers', () => {
  const [one, other] = [0, 1].map(() => noisy(reference(), { single: [depolarizing(0.2)], trajectories: 20, seed: 5 }));
  const calls = Array.from({ length: 4 }, () => [...one.run(flip, [0.3], [])]);
  for (const values of calls) expect([...other.run(flip, [0.3], [])]).toEqual(values);
  expect(new Set(calls.map(String)).size).toBeGreaterThan(1);
});

test('it is metered as one circuit a row, and is known to give estimates', () => {
  const meter = metered(noisy(reference(), { single: [depolarizing(0.2)], trajectories: 20 }));
  meter.run(flip, [0.3, 0.4], []);
  expect(meter.executions()).toBe(2);
  expect(meter.estimates).toBe(true);
});

test('what cannot be is refused in words', () => {
  const damped = noisy(reference(), { single: [amplitudeDamping(0.3)] });
  expect(() => damped.pullBack(flip, [0.3], [], [1, 0])).toThrow(/parameterShift|parameter shift/i);
  expect(() => damped.state(flip, [0.3], [])).toThrow('noisy reference has no state to give');
  expect(() => noisy(damped, {})).toThrow('Put all channels into one noise');
  expect(() => noisy(metered(damped), {})).toThrow('whose values are estimates already');
  expect(() => noisy(reference(), { seed: -1 })).toThrow(
    'noisy was given the seed -1. A seed is a whole number from 0.',
  );
  expect(() => noisy(reference(), { trajectories: 0 })).toThrow('noisy was asked for 0 trajectories.');
  expect(() => noisy(reference(), { singel: [] } as never)).toThrow(
    'noisy was given singel. It takes single, multi, readout, trajectories and seed.',
  );
  expect(() => noisy(reference(), { single: depolarizing(0.1) } as never)).toThrow(
    'noisy takes a list of channels as single, such as [depolarizing(0.01)], but was given another.',
  );
  expect(() => noisy(reference(), { readout: { p: 0.1 } } as never)).toThrow(
    'noisy takes a readout error as readout, or a list of one for each qubit: readoutError(0.02).',
  );
  expect(() => depolarizing(1.5)).toThrow('depolarizing was given 1.5. It takes a probability, from 0 to 1.');
  expect(() => readoutError(-1)).toThrow('readoutError was given -1.');
});
