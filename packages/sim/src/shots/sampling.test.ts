import { describe, expect, test } from 'vitest';
import { type EstimatingSimulator, metered, noisy } from '../index.ts';
import { pauliWord } from '../pauli.ts';
import type { Observable, Program } from '../program.ts';
import { reference } from '../reference.ts';
import type { Simulator } from '../simulator.ts';
import { randomRun } from '../testing/random-run.ts';
import { sampling } from './sampling.ts';
import { settingsOf } from './settings-of.ts';
import { statisticsOf } from './statistics.ts';

const word = (letters: string, ...qubits: readonly number[]): Observable => ({
  terms: [{ coefficient: 1, word: pauliWord(letters, qubits) }],
});

/** RY(x) on qubit 0 and RY(π/2) on qubit 1; Z and X of each, in two groups. */
const turned: Program = {
  qubits: 2,
  features: 1,
  weights: 0,
  slots: [{ scale: 1, feature: 0, offset: 0 }, Math.PI / 2],
  instructions: [0, 1].map((slot) => ({
    kind: 'rotation',
    word: pauliWord('Y', [slot]),
    phase: 0,
    controls: 0,
    slot,
  })),
  observables: [word('Z', 0), word('X', 0), word('Z', 1), word('X', 1)],
};

const ROWS = [0.3, 1.1, 2.4];
const SHIFTS = [-1, 0.5].map((shift) => ({ slot: 0, shift }));

/** A simulator that keeps all outcomes it gave, one array a call. */
function spied(simulator: Simulator): Simulator & { readonly given: readonly Uint32Array[] } {
  const given: Uint32Array[] = [];
  const sample: Simulator['sample'] = (...on) => {
    const outcomes = simulator.sample(...on);
    given.push(outcomes);
    return outcomes;
  };
  return { ...simulator, sample, given };
}

describe('circuits', () => {
  test('each group of each row and each shift is a circuit, and each group one call of the simulator inside', () => {
    const [meter, inside] = [metered(reference()), spied(reference())];
    for (const simulator of [meter, inside].map((each) => sampling(each, { shots: 25 }))) {
      simulator.run(turned, ROWS, []);
      simulator.runShifted(turned, ROWS, [], SHIFTS);
    }
    expect(meter.executions()).toBe(2 * 3 + 2 * 3 * 2);
    expect(meter.shots()).toBe(25 * meter.executions());
    expect(inside.given).toHaveLength(4);
  });

  test('constants cost none, and a program that measures nothing has no values', () => {
    const meter = metered(reference());
    const simulator = sampling(meter, { shots: 2 });
    const constant = { terms: [{ coefficient: 3, word: pauliWord('', []) }] };
    expect(simulator.estimate({ ...turned, observables: [constant] }, ROWS, [])).toEqual({
      values: Float64Array.of(3, 3, 3),
      errors: new Float64Array(3),
    });
    expect(simulator.run({ ...turned, observables: [] }, ROWS, [])).toHaveLength(0);
    expect(simulator.runShifted({ ...turned, observables: [] }, ROWS, [], SHIFTS)).toHaveLength(0);
    expect(meter.executions()).toBe(0);
  });

  test('no rows and no shifts give no numbers, and a program without features is one row', () => {
    const simulator = sampling(reference(), { shots: 2 });
    expect(simulator.run(turned, [], [])).toHaveLength(0);
    expect(simulator.runShifted(turned, [], [], SHIFTS)).toHaveLength(0);
    expect(simulator.runShifted(turned, ROWS, [], [])).toHaveLength(0);
    const fixed = { ...turned, features: 0, slots: [Math.PI, 0] };
    expect(simulator.run(fixed, [], [])[0]).toBe(-1);
    expect(simulator.runShifted(fixed, [], [], [{ slot: 1, shift: Math.PI }])[2]).toBe(-1);
  });

  test('the angle of a shift is moved, whether it is fixed or not, and no other', () => {
    const simulator = sampling(reference(), { shots: 2 });
    const still = { ...turned, slots: [turned.slots[0], 0], observables: [word('Z', 0), word('Z', 1)] };
    const shifts = [0, 1].map((slot) => ({ slot, shift: Math.PI }));
    expect([...simulator.runShifted(still, [0, Math.PI], [], shifts)]).toEqual([-1, 1, 1, 1, 1, -1, -1, -1]);
    expect([...simulator.runShifted(still, [0, Math.PI], [], shifts.slice(0, 1))]).toEqual([-1, 1, 1, 1]);
  });

  test('rows that are too many at once go in blocks, with random numbers of their own', () => {
    const inside = spied(reference());
    const one = { ...turned, observables: [word('Z', 1)] };
    const values = sampling(inside, { shots: 2 ** 20, seed: 3 }).run(one, [0, 0, 0, 0], []);
    expect(inside.given.map(({ length }) => length / 2 ** 20)).toEqual([3, 1]);
    expect(new Set(values).size).toBe(4);
    for (const value of values) expect(Math.abs(value)).toBeLessThan(5 / 2 ** 10);
  });
});

describe('estimates', () => {
  test.each([2, 7, 400])('from %i shots are the statistics of the outcomes of each row', (shots) => {
    for (const seed of [2, 3, 7]) {
      const { program, features, weights } = randomRun(seed, { qubits: 3 });
      const inside = spied(reference());
      const { values, errors } = sampling(inside, { shots, seed }).estimate(program, features, weights);
      const settings = settingsOf(program);
      expect(inside.given).toHaveLength(settings.length);
      for (const row of [0, 1, 2]) {
        const outcomes = inside.given.map((all) => all.subarray(row * shots, (row + 1) * shots));
        const { means, covariance } = statisticsOf(program.observables, settings, outcomes);
        program.observables.forEach((_, k) => {
          expect(values[2 * row + k]).toBeCloseTo(means[k], 12);
          expect(errors[2 * row + k]).toBeCloseTo(Math.sqrt(covariance(k, k)), 12);
        });
      }
    }
  });

  test('probabilities are frequencies of outcomes, and outcomes those of the simulator inside', () => {
    const inside = spied(reference());
    const simulator = sampling(inside, { shots: 40, seed: 6 });
    const frequencies = simulator.probabilities(turned, ROWS, []);
    const [outcomes] = inside.given;
    frequencies.forEach((frequency, k) => {
      const own = outcomes.subarray(40 * (k >> 2), 40 * ((k >> 2) + 1));
      expect(frequency).toBe(own.filter((outcome) => outcome === k % 4).length / 40);
    });
    const asked = { shots: 5, seed: 9 };
    expect(simulator.sample(turned, ROWS, [], asked)).toEqual(reference().sample(turned, ROWS, [], asked));
  });

  test('each call draws anew, and the same calls from the same seed give the same numbers', () => {
    const calls = (options: { readonly seed?: number }) => {
      const simulator = sampling(reference(), { shots: 30, ...options });
      return [
        simulator.run(turned, ROWS, []),
        simulator.estimate(turned, ROWS, []).values,
        simulator.runShifted(turned, ROWS, [], [{ slot: 0, shift: 0 }]),
        simulator.probabilities(turned, ROWS, []),
        simulator.run(turned, ROWS, []),
      ].map(String);
    };
    expect(calls({ seed: 5 })).toEqual(calls({ seed: 5 }));
    expect(calls({})).toEqual(calls({ seed: 0 }));
    expect(calls({ seed: 5 })).not.toEqual(calls({ seed: 6 }));
    expect(new Set(calls({ seed: 5 })).size).toBe(5);
  });
});

describe('meters', () => {
  test('inside count circuits and shots, and outside what was asked for, errors included', () => {
    const inside = metered(reference());
    const outside: EstimatingSimulator & { executions(): number; shots(): number } = metered(
      sampling(inside, { shots: 10 }),
    );
    outside.estimate(turned, ROWS, []);
    expect(outside.estimates).toBe(true);
    expect([outside.executions(), outside.shots()]).toEqual([3, 0]);
    expect([inside.executions(), inside.shots()]).toEqual([6, 60]);
  });
});

describe('what cannot be is refused in words', () => {
  const simulator = sampling(reference(), { shots: 100 });

  test.each<[object, string]>([
    [{ shots: 0 }, 'sampling was given 0 shots. It takes a whole number from 1 to 1000000000.'],
    [{ shots: 2.5 }, 'sampling was given 2.5 shots.'],
    [{ shots: 2e9 }, 'sampling was given 2000000000 shots.'],
    [{ seed: 1 }, 'sampling was given undefined shots.'],
    [{ shots: 10, seed: -1 }, 'sampling was given the seed -1. A seed is a whole number from 0.'],
    [{ shots: 10, seed: 0.5 }, 'sampling was given the seed 0.5.'],
    [{ shots: 10, shot: 3 }, 'sampling was given shot. It takes shots and seed.'],
  ])('the options %j', (options, words) => {
    expect(() => sampling(reference(), options as never)).toThrow(words);
  });

  test('an error of one shot, though its values are had', () => {
    const once = sampling(reference(), { shots: 1 });
    expect(() => once.estimate(turned, ROWS, [])).toThrow('reference with 1 shot measures once');
    for (const value of once.run(turned, ROWS, [])) expect(Math.abs(value)).toBe(1);
  });

  test('states and backward sweeps', () => {
    expect(() => simulator.state(turned, ROWS, [])).toThrow('reference with 100 shots has no state to give');
    expect(() => simulator.pullBack(turned, ROWS, [], [])).toThrow('Take parameterShift or spsa');
  });

  test('shots of shots, and noise in front of them', () => {
    expect(() => sampling(simulator, { shots: 3 })).toThrow('Give it the simulator inside that one.');
    expect(() => noisy(simulator)).toThrow('shots around it: sampling(noisy(…), { shots }).');
    expect(() => noisy(metered(simulator))).toThrow('whose values are estimates already');
    expect(sampling(noisy(metered(reference())), { shots: 3 }).name).toBe('noisy reference with 3 shots');
  });

  test('features, weights and shifts that do not fit, before anything is measured', () => {
    const meter = metered(reference());
    const counted = sampling(meter, { shots: 100 });
    const jump = { ...turned, instructions: [{ kind: 'damping', qubit: 0, rate: 0.5, slot: 0 }] } as const;
    const amplitudes = { ...turned, initial: [0] };
    expect(() => counted.run(turned, [Number.NaN], [])).toThrow('Feature 0 of row 0 is NaN');
    expect(() => counted.estimate(turned, ROWS, [1])).toThrow('takes 0 weights');
    expect(() => counted.probabilities(amplitudes, [0], [])).toThrow('no quantum state can be made');
    expect(() => counted.runShifted(turned, ROWS, [], [{ slot: 2, shift: 1 }])).toThrow('moves slot 2');
    expect(() => counted.runShifted(jump, ROWS, [], [{ slot: 0, shift: 1 }])).toThrow('decides a quantum jump');
    expect(meter.executions()).toBe(0);
  });
});
