import { checkCotangents, type Program, pullBackSlots, type RotationInstruction, rowsIn, type Wanted } from '@hqnn/sim';
import type { GradientMethod } from './method.ts';
import { frequenciesOf, shiftRule } from './shift-rule.ts';

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
    const terms = differentiated(program, wanted).flatMap((rotation) =>
      shiftRule(frequenciesOf(rotation)).map((term) => ({ ...term, slot: rotation.slot })),
    );
    const values = simulator.runShifted(program, features, weights, terms);
    return pullBackSlots(program, features, weights, slopesOf(program, terms, cotangents, values), wanted);
  },
};

/** The rotations whose angle depends on a weight, or on a feature where those are wanted. */
function differentiated({ instructions, slots }: Program, wanted: Wanted): readonly RotationInstruction[] {
  return instructions.filter((instruction): instruction is RotationInstruction => {
    const angle = instruction.kind === 'rotation' ? slots[instruction.slot] : 0;
    return typeof angle !== 'number' && (angle.weight !== undefined || wanted.features);
  });
}

/** slopes[row, slot] = Σ coefficient · cotangent·⟨O⟩ over the terms of the slot and the observables. */
function slopesOf(
  { slots, observables }: Program,
  terms: readonly { readonly coefficient: number; readonly slot: number }[],
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
