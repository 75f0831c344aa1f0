import { describe, expect, test } from 'vitest';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import {
  angleRows,
  byAngles,
  type Observable,
  type Program,
  parity,
  pauliWord,
  reference,
  rowsIn,
  type Simulator,
  sampling,
  settingsOf,
  shifted,
} from '../src/index.ts';
import { randomRun } from '../src/testing/random-run.ts';

const SHOTS = 300;
const CALLS = 300;
/** Of scores, which have mean 0 and variance 1: four times the standard errors of their mean and of their variance. */
const OFF_CENTRE = 4 / Math.sqrt(CALLS);
const OFF_SPREAD = 4 * Math.sqrt(2 / CALLS);
/** Below this variance of one shot a value hardly varies, and is no normal one. */
const SURE = 0.02;

const sum = (
  ...terms: readonly (readonly [coefficient: number, letters: string, ...qubits: number[]])[]
): Observable => ({
  terms: terms.map(([coefficient, letters, ...qubits]) => ({ coefficient, word: pauliWord(letters, qubits) })),
});

/** Words with X, Y and Z that take several groups, some in two observables, and a constant. */
const OBSERVABLES = [
  sum([1, 'Z', 0], [0.5, 'XY', 0, 1], [-0.7, 'Y', 2], [0.3, '']),
  sum([1, 'ZZ', 0, 2], [2, 'X', 1]),
  sum([0.8, 'Z', 0], [0.6, 'Y', 1]),
];

interface Run {
  readonly program: Program;
  readonly features: Float64Array;
  readonly weights: Float64Array;
}

/** Two rows of a random program: controls, phases, shared weights, products of a weight and a feature. */
function run(seed: number, jumps = 0): Run {
  const { program, features, weights } = randomRun(seed, { qubits: 3, rows: 2, length: 10, jumps });
  return { program: { ...program, observables: OBSERVABLES }, features, weights };
}

const ANGLES = run(4);
const RUNS = [
  { name: 'features as angles', ...ANGLES },
  { name: 'features as amplitudes', ...run(6) },
  { name: 'jumps by features', ...run(8, 2) },
];

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;

function expectNormal(scores: readonly number[]): void {
  expect(Math.abs(mean(scores))).toBeLessThan(OFF_CENTRE);
  expect(Math.abs(mean(scores.map((score) => score ** 2)) - 1)).toBeLessThan(OFF_SPREAD);
}

/** The variances of Σ cotangent·O in one shot of each setting together, row by row, from exact probabilities. */
function variancesOf(program: Program, features: Float64Array, weights: Float64Array, cotangents: readonly number[]) {
  const size = 2 ** program.qubits;
  const variances = new Float64Array(rowsIn(program, features));
  for (const { program: circuit, words } of settingsOf(program)) {
    const values = Array.from({ length: size }, (_, outcome) =>
      words.reduce((total, { mask, shares }) => {
        const coefficient = shares.reduce((all, share) => all + share.coefficient * cotangents[share.observable], 0);
        return total + coefficient * (1 - 2 * parity(outcome & mask));
      }, 0),
    );
    const probabilities = reference().probabilities(circuit, features, weights);
    variances.forEach((_, row) => {
      const moment = (power: number) =>
        values.reduce((total, value, k) => total + probabilities[row * size + k] * value ** power, 0);
      variances[row] += moment(2) - moment(1) ** 2;
    });
  }
  return variances;
}

/** Of all rows, side by side with their expectation values. */
const allVariances = ({ program, features, weights }: Run) => {
  const each = OBSERVABLES.map((_, k) =>
    variancesOf(
      program,
      features,
      weights,
      OBSERVABLES.map((_, j) => +(j === k)),
    ),
  );
  return [...each[0]].flatMap((_, row) => each.map((variances) => variances[row]));
};

const calls = (call: () => Float64Array) => Array.from({ length: CALLS }, call);

test('the random programs have what a simulator must bear', () => {
  const { slots, instructions } = ANGLES.program;
  expect(instructions.some((each) => each.kind === 'rotation' && each.controls !== 0)).toBe(true);
  expect(slots.some((angle) => typeof angle === 'object' && 'feature' in angle && 'weight' in angle)).toBe(true);
  expect(RUNS.map(({ program }) => program.initial !== undefined)).toEqual([false, true, false]);
  expect(settingsOf(ANGLES.program).length).toBeGreaterThan(1);
});

describe.each(SIMULATORS)('on $name', ({ simulator }) => {
  test.each(RUNS)('with $name, values are as far from exact ones as their errors say', (on) => {
    const exact = reference().run(on.program, on.features, on.weights);
    const sampler = sampling(simulator, { shots: SHOTS, seed: 1 });
    const estimates = Array.from({ length: CALLS }, () => sampler.estimate(on.program, on.features, on.weights));
    const variances = allVariances(on);
    expect(variances.filter((variance) => variance > SURE).length).toBeGreaterThan(3);
    variances.forEach((variance, k) => {
      if (variance < SURE) return;
      expectNormal(estimates.map(({ values, errors }) => (values[k] - exact[k]) / errors[k]));
    });
  });

  test.each(RUNS)('with $name, values spread as far as states say, shifted ones too', (on) => {
    const rotations = on.program.instructions.flatMap((each) => (each.kind === 'rotation' ? [each.slot] : []));
    const shifts = rotations.slice(0, 3).map((slot, k) => ({ slot, shift: 1.3 - k }));
    const programs = shifts.map((shift) => shifted(on.program, shift));
    const sampler = sampling(simulator, { shots: SHOTS, seed: 2 });
    const alike = (exact: Float64Array, variances: readonly number[], drawn: readonly Float64Array[]) =>
      variances.forEach((variance, k) => {
        if (variance < SURE) return;
        expectNormal(drawn.map((values) => (values[k] - exact[k]) / Math.sqrt(variance / SHOTS)));
      });
    alike(
      reference().run(on.program, on.features, on.weights),
      allVariances(on),
      calls(() => sampler.run(on.program, on.features, on.weights)),
    );
    alike(
      reference().runShifted(on.program, on.features, on.weights, shifts),
      programs.flatMap((program) => allVariances({ ...on, program })),
      calls(() => sampler.runShifted(on.program, on.features, on.weights, shifts)),
    );
  });

  test.each(RUNS.slice(0, 2))('with $name, shift rules give the slopes, off by independent errors', (on) => {
    const cotangents = [0.7, -0.4, 1.1];
    expectNormal(slopeScores(simulator, on, cotangents));
  });
});

/** f′ = Σ coefficient·f(α + shift) for the frequency 1, and for ½ and 1: what a control makes of it. */
const TWO_TERMS = [0.5, -0.5].map((coefficient) => ({ coefficient, shift: Math.sign(coefficient) * (Math.PI / 2) }));
const FOUR_TERMS = [1, -1].flatMap((way) => [
  { coefficient: (way * (Math.SQRT2 + 1)) / (4 * Math.SQRT2), shift: (way * Math.PI) / 2 },
  { coefficient: (-way * (Math.SQRT2 - 1)) / (4 * Math.SQRT2), shift: (way * 3 * Math.PI) / 2 },
]);

/** (slope − exact)/spread for the sum over all rows and rotations, in which any two errors that depend on each other show. */
function slopeScores(simulator: Simulator, { program, features, weights }: Run, cotangents: readonly number[]) {
  const terms = program.instructions.flatMap((each) => {
    if (each.kind !== 'rotation') return [];
    const rule = each.controls !== 0 && each.phase === 0 ? FOUR_TERMS : TWO_TERMS;
    return rule.map((term) => ({ ...term, slot: each.slot }));
  });
  const rows = rowsIn(program, features);
  const points = Array.from({ length: rows }, (_, row) => ({
    features: features.subarray(row * program.features, (row + 1) * program.features),
    weights,
  }));
  const width = byAngles(program).features;
  const moving = program.slots.map((angle) => (typeof angle === 'number' ? { scale: 0, offset: angle } : angle));
  const movable = { ...program, slots: moving };
  const exact = reference()
    .pullBack(byAngles(movable), angleRows(movable, points), [], Array(rows).fill(cotangents).flat())
    .features.filter((_, k) => k % width >= width - program.slots.length)
    .reduce((total, slope) => total + slope, 0);
  const variance = terms.reduce((total, { coefficient, ...shift }) => {
    const each = variancesOf(shifted(program, shift), features, weights, cotangents);
    return total + (coefficient ** 2 * each.reduce((all, one) => all + one, 0)) / SHOTS;
  }, 0);
  const sampler = sampling(simulator, { shots: SHOTS, seed: 3 });
  return calls(() => sampler.runShifted(program, features, weights, terms)).map((values) => {
    const slope = values.reduce((total, value, k) => {
      const { coefficient } = terms[Math.floor(k / (rows * OBSERVABLES.length))];
      return total + coefficient * cotangents[k % OBSERVABLES.length] * value;
    }, 0);
    return (slope - exact) / Math.sqrt(variance);
  });
}
