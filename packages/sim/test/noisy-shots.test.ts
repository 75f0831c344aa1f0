import { expect, test } from 'vitest';
import { SIMULATORS } from '../../../tooling/simulators.ts';
import { noisy, type Program, popcount, readoutError, sampling, settingsOf, shifted } from '../src/index.ts';
import { randomRun } from '../src/testing/random-run.ts';
import { type Case, density, expectationOf, type TextbookNoise } from './density.ts';
import { CASES } from './textbook.ts';

/** What a mean may be off by, in standard errors: 24 numbers are compared. */
const ERRORS = 5;
const MISREAD = 0.04;

const caseOf = (name: string) => CASES.filter((each) => each.name === name);
const SINGLE: readonly Case[] = caseOf('amplitude damping');
const MULTI: readonly Case[] = [...SINGLE, ...caseOf('depolarising')];

const noise = {
  single: SINGLE.map(({ channel }) => channel),
  multi: MULTI.map(({ channel }) => channel),
  readout: readoutError(MISREAD),
};
const textbook: TextbookNoise = {
  single: SINGLE.map((each) => each.textbook),
  multi: MULTI.map((each) => each.textbook),
};

/** Tr ρO with ρ behind the turns to the letters and their noise; a word of n qubits is read as (1 − 2·misread)ⁿ of it. */
function exactly(program: Program, features: Float64Array, weights: Float64Array): readonly number[] {
  const totals = program.observables.map(() => 0);
  for (const setting of settingsOf(program)) {
    const rho = density(setting.program, features, weights, textbook);
    for (const { mask, shares } of setting.words) {
      const value = expectationOf(rho, { terms: [{ coefficient: 1, word: { x: 0, z: mask } }] });
      for (const { observable, coefficient } of shares)
        totals[observable] += coefficient * (1 - 2 * MISREAD) ** popcount(mask) * value;
    }
  }
  return totals;
}

test.each(SIMULATORS)('on $name, means of shots under noise are those of density matrices', ({ simulator }) => {
  const device = sampling(noisy(simulator, noise), { shots: 2000, seed: 4 });
  for (const seed of [2, 3]) {
    const { program, features, weights } = randomRun(seed, { qubits: 3, rows: 1, length: 8 });
    const { values, errors } = device.estimate(program, features, weights);
    exactly(program, features, weights).forEach((value, k) => {
      expect(Math.abs(values[k] - value)).toBeLessThan(ERRORS * errors[k]);
    });
    const shift = { slot: program.slots.length - 1, shift: 1 };
    const moved = device.runShifted(program, features, weights, [shift]);
    const { errors: around } = device.estimate(shifted(program, shift), features, weights);
    exactly(shifted(program, shift), features, weights).forEach((value, k) => {
      expect(Math.abs(moved[k] - value)).toBeLessThan(ERRORS * around[k]);
    });
  }
});
