import type { Program, Simulator, Wanted } from '@hqnn/sim';
import { demandRules } from '../parameter-shift.ts';
import { variableRotations } from '../shift-terms.ts';
import { movedValues } from './moved-values.ts';
import { addMixed, hasProducts, slotChains, square } from './slot-chain.ts';
import { slotRules } from './slot-derivatives.ts';

/** Derivatives of one expectation value in its variables: all weights, and after them the features where wanted. */
export interface SecondDerivatives {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Row by row. */
  readonly hessian: readonly Float64Array[];
}

/**
 * The first and second derivatives from expectation values alone, by shift rules in one angle and in two, each point
 * executed once. The value and the gradient are right only if they are asked for, with `all`.
 */
export function byShifts(program: Program, wanted: Wanted, all: boolean) {
  demandRules(program, wanted);
  const rotations = variableRotations(program, wanted);
  // What an angle θ·x has as a second derivative counts for the slope in that angle.
  const rules = slotRules(rotations, all || hasProducts(program, rotations, wanted));
  const moved = movedValues(program, rules);
  return {
    executions: moved.executions,
    /** On one row of features. */
    at: (simulator: Simulator, features: ArrayLike<number>, weights: ArrayLike<number>): SecondDerivatives => {
      const { value, first, second } = rules(moved.at(simulator, features, weights));
      const chains = slotChains(program, rotations, features, weights, wanted);
      const hessian = square(program, wanted);
      const gradient = new Float64Array(hessian.length);
      chains.forEach(({ slopes }, s) => {
        for (const { variable, slope } of slopes) {
          gradient[variable] += first[s] * slope;
          chains.forEach((other, t) => {
            for (const along of other.slopes) hessian[variable][along.variable] += second[s][t] * slope * along.slope;
          });
        }
      });
      addMixed(hessian, chains, first);
      return { value, gradient, hessian };
    },
  };
}
