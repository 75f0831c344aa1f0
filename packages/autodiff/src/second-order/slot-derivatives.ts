import { frequenciesOf, type RotationInstruction, type Shift } from '@hqnn/sim';
import { sharedRules, shiftRule } from '../shift-rule.ts';

/** f, ∂f/∂αₛ and ∂²f/∂αₛ∂αₜ in the angles of some rotations, in their order. */
interface SlotDerivatives {
  readonly value: number;
  readonly first: readonly number[];
  readonly second: readonly (readonly number[])[];
}

/** f with these angles moved, no slot twice. */
export type Moved = (...shifts: readonly Shift[]) => number;

/** Derivatives from values of f at moved angles, linear in them. */
export type SlotRules = (f: Moved) => SlotDerivatives;

/**
 * Second derivatives by shift rules: the rule of second order in each angle, and those of first order in each of two.
 * Where the value and the gradient are wanted too, all share one set of points; else fewer do, and these two are 0.
 * Mari, Bromley, Killoran, Phys. Rev. A 103, 012405 (2021), section IV.
 */
export function slotRules(rotations: readonly RotationInstruction[], all: boolean): SlotRules {
  const rules = rotations.map((rotation) => {
    const frequencies = frequenciesOf(rotation);
    return all ? sharedRules(frequencies) : { first: shiftRule(frequencies), second: shiftRule(frequencies, 2) };
  });
  const slots = rotations.map(({ slot }) => slot);
  return (f) => {
    const along = (s: number, shift: number) => (shift === 0 ? f() : f({ slot: slots[s], shift }));
    const second = slots.map(() => new Array<number>(slots.length).fill(0));
    for (let s = 0; s < slots.length; s++) {
      second[s][s] = rules[s].second.reduce((sum, { coefficient, shift }) => sum + coefficient * along(s, shift), 0);
      for (let t = 0; t < s; t++) {
        for (const one of rules[t].first)
          for (const other of rules[s].first)
            second[s][t] +=
              one.coefficient *
              other.coefficient *
              f({ slot: slots[t], shift: one.shift }, { slot: slots[s], shift: other.shift });
        second[t][s] = second[s][t];
      }
    }
    return {
      value: all ? f() : 0,
      first: rules.map(({ first }, s) =>
        all ? first.reduce((sum, { coefficient, shift }) => sum + coefficient * along(s, shift), 0) : 0,
      ),
      second,
    };
  };
}
