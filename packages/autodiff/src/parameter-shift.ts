import { checkCotangents, type Gradients, type Program, pullBackSlots, rowsIn, type Wanted } from '@hqnn/sim';
import type { GradientMethod } from './method.ts';
import { type ShiftTerm, shiftTerms } from './shift-terms.ts';
import { unitCotangents } from './unit-cotangents.ts';

/**
 * Exact, from expectation values alone, as on quantum hardware: two runs for each angle that depends on what is
 * wanted, four for one under a control.
 */
export const parameterShift: GradientMethod = {
  name: 'parameter-shift',
  executions: (program, wanted) => shiftTerms(program, wanted).length,
  pullBack: (simulator, program, features, weights, cotangents, wanted) => {
    checkCotangents(program, rowsIn(program, features), cotangents);
    const terms = shiftTermsOf(program, wanted);
    const values = simulator.runShifted(program, features, weights, terms);
    return contracted(program, features, weights, terms, values, cotangents, wanted);
  },
  jacobian: (simulator, program, features, weights, wanted) => {
    const terms = shiftTermsOf(program, wanted);
    const values = simulator.runShifted(program, features, weights, terms);
    const rows = rowsIn(program, features);
    return program.observables.map((_, output, { length }) =>
      contracted(program, features, weights, terms, values, unitCotangents(rows, length, output), wanted),
    );
  },
};

/** The shifts of a program; throws where there is no rule for what is wanted. */
export function shiftTermsOf(program: Program, wanted: Wanted): readonly ShiftTerm[] {
  demandRules(program, wanted);
  return shiftTerms(program, wanted);
}

/** Throws where what is wanted has no shift rule. */
export function demandRules(program: Program, wanted: Wanted): void {
  if (program.initial && wanted.features)
    throw new Error(
      'Parameter shift has no rule for amplitudes. Take the adjoint method, or ask for the gradient in the weights alone: { features: false }.',
    );
}

/** From shifted expectation values, which are linear in the cotangents, to a gradient. */
export function contracted(
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  terms: readonly ShiftTerm[],
  values: Float64Array,
  cotangents: ArrayLike<number>,
  wanted: Wanted,
): Gradients {
  return pullBackSlots(program, features, weights, slopesOf(program, terms, cotangents, values), wanted);
}

/** slopes[row, slot] = Σ coefficient · cotangent·⟨O⟩ over the terms of the slot and the observables. */
function slopesOf(
  { slots, observables }: Program,
  terms: readonly ShiftTerm[],
  cotangents: ArrayLike<number>,
  values: Float64Array,
): Float64Array {
  const outputs = observables.length;
  const rows = outputs === 0 ? 0 : cotangents.length / outputs;
  const slopes = new Float64Array(rows * slots.length);
  terms.forEach(({ coefficient, slot }, term) => {
    for (let row = 0; row < rows; row++) {
      let along = 0;
      for (let k = row * outputs; k < (row + 1) * outputs; k++)
        along += cotangents[k] * values[term * cotangents.length + k];
      slopes[row * slots.length + slot] += coefficient * along;
    }
  });
  return slopes;
}
