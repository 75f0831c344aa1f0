import { checkCotangents, type Program, pullBackSlots, rowsIn } from '@hqnn/sim';
import type { GradientMethod } from './method.ts';
import { type ShiftTerm, shiftTerms } from './shift-terms.ts';

/**
 * Exact, from expectation values alone, as on quantum hardware: two runs for each angle that depends on what is
 * wanted, four for one under a control.
 */
export const parameterShift: GradientMethod = {
  name: 'parameter-shift',
  pullBack: (simulator, program, features, weights, cotangents, wanted) => {
    if (program.initial && wanted.features)
      throw new Error(
        'Parameter shift has no rule for amplitudes. Take the adjoint method, or ask for the gradient in the weights alone: { features: false }.',
      );
    checkCotangents(program, rowsIn(program, features), cotangents);
    const terms = shiftTerms(program, wanted);
    const values = simulator.runShifted(program, features, weights, terms);
    return pullBackSlots(program, features, weights, slopesOf(program, terms, cotangents, values), wanted);
  },
};

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
