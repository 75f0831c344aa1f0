import { checkCotangents, type Program, pullBackSlots, type RotationInstruction, rowsIn, shifted } from '@hqnn/sim';
import { type GradientMethod, onlyWanted, type Wanted } from './method.ts';
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
    const slopes = new Float64Array(rowsIn(program, features) * program.slots.length);
    for (const rotation of differentiated(program, wanted)) {
      for (const { coefficient, shift } of shiftRule(frequenciesOf(rotation))) {
        const values = simulator.run(shifted(program, rotation.slot, shift), features, weights);
        addSlopes(slopes, program, rotation.slot, coefficient, cotangents, values);
      }
    }
    return onlyWanted(pullBackSlots(program, features, weights, slopes), wanted);
  },
};

/** The rotations whose angle depends on a weight, or on a feature where those are wanted. */
function differentiated({ instructions, slots }: Program, wanted: Wanted): readonly RotationInstruction[] {
  return instructions.filter((instruction): instruction is RotationInstruction => {
    const angle = instruction.kind === 'rotation' ? slots[instruction.slot] : 0;
    return typeof angle !== 'number' && (angle.weight !== undefined || wanted.features);
  });
}

/** slopes[row, slot] += coefficient · Σ cotangent·⟨O⟩ */
function addSlopes(
  slopes: Float64Array,
  { slots, observables }: Program,
  slot: number,
  coefficient: number,
  cotangents: ArrayLike<number>,
  values: Float64Array,
): void {
  values.forEach((value, k) => {
    const row = Math.floor(k / observables.length);
    slopes[row * slots.length + slot] += coefficient * cotangents[k] * value;
  });
}
