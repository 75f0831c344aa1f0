import { frequenciesOf, type Program, type RotationInstruction, type Shift, type Wanted } from '@hqnn/sim';
import { shiftRule } from './shift-rule.ts';

/** A shifted angle, and what the expectation values there count for in the slope of its slot. */
export interface ShiftTerm extends Shift {
  readonly coefficient: number;
}

type Terms = WeakMap<Program, readonly ShiftTerm[]>;

/** By whether the features are wanted too. */
const known = { withFeatures: new WeakMap() as Terms, weightsAlone: new WeakMap() as Terms };

/**
 * The shifts that differentiate a program: the rule of each rotation whose angle depends on what is wanted. Worked out
 * once, and the same list each time, by which a simulator knows that it has seen it.
 */
export function shiftTerms(program: Program, wanted: Wanted): readonly ShiftTerm[] {
  const lists = wanted.features ? known.withFeatures : known.weightsAlone;
  let terms = lists.get(program);
  if (!terms) {
    terms = variableRotations(program, wanted).flatMap((rotation) =>
      shiftRule(frequenciesOf(rotation)).map((term) => ({ ...term, slot: rotation.slot })),
    );
    lists.set(program, terms);
  }
  return terms;
}

/** The rotations whose angle depends on a weight, or on a feature where those are wanted. */
export function variableRotations({ instructions, slots }: Program, wanted: Wanted): readonly RotationInstruction[] {
  return instructions.filter((instruction): instruction is RotationInstruction => {
    const angle = instruction.kind === 'rotation' ? slots[instruction.slot] : 0;
    return typeof angle !== 'number' && (angle.weight !== undefined || wanted.features);
  });
}
