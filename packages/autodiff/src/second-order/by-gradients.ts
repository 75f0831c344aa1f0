import { frequenciesOf, type Program, type Simulator, shifted, type Wanted } from '@hqnn/sim';
import type { GradientMethod } from '../method.ts';
import { demandRules } from '../parameter-shift.ts';
import { shiftRule } from '../shift-rule.ts';
import { variableRotations } from '../shift-terms.ts';
import type { SecondDerivatives } from './by-shifts.ts';
import { addMixed, hasProducts, slotChains, square } from './slot-chain.ts';

/** The Hessian by the shift rule over a method's gradients: as many gradients as the rules have terms, not their square. */
export function byGradients(program: Program, wanted: Wanted, method: GradientMethod) {
  demandRules(program, wanted);
  const rotations = variableRotations(program, wanted);
  const rules = rotations.map((rotation) => ({
    needsSlope: hasProducts(program, [rotation], wanted),
    terms: shiftRule(frequenciesOf(rotation)).map(({ coefficient, shift }) => ({
      coefficient,
      moved: shifted(program, { slot: rotation.slot, shift }),
    })),
  }));
  return {
    executions: rules.reduce(
      (sum, { terms, needsSlope }) => sum + terms.length * (method.executions(program, wanted) + (needsSlope ? 1 : 0)),
      0,
    ),
    /** On one row of features. */
    at: (
      simulator: Simulator,
      features: ArrayLike<number>,
      weights: ArrayLike<number>,
    ): Pick<SecondDerivatives, 'hessian'> => {
      const chains = slotChains(program, rotations, features, weights, wanted);
      const hessian = square(program, wanted);
      const first = rules.map(({ terms, needsSlope }, s) => {
        let along = 0;
        for (const { coefficient, moved } of terms) {
          const slopes = method.pullBack(simulator, moved, features, weights, [1], wanted);
          const row = [...slopes.weights, ...slopes.features];
          for (const { variable, slope } of chains[s].slopes)
            row.forEach((value, column) => {
              // Half on either side of the diagonal, so that it is symmetric to the last digit.
              hessian[variable][column] += (coefficient * slope * value) / 2;
              hessian[column][variable] += (coefficient * slope * value) / 2;
            });
          if (needsSlope) along += coefficient * simulator.run(moved, features, weights)[0];
        }
        return along;
      });
      addMixed(hessian, chains, first);
      return { hessian };
    },
  };
}
