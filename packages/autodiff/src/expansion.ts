import { bind, type Expectation } from '@hqnn/circuits';
import { checkNoOthers } from './check-option.ts';
import { demandMean } from './demand-mean.ts';
import { type Differentiated, differentiated } from './differentiated.ts';
import type { HessianOptions } from './hessian.ts';
import { inFeatures } from './in-features.ts';
import { parameterShift } from './parameter-shift.ts';
import { byShifts } from './second-order/by-shifts.ts';
import { type Blocks, blocksOf, entriesOf } from './second-order/variables.ts';

/** A function to second order: ⟨O⟩, ∇⟨O⟩ and ∂²⟨O⟩. */
export interface Expansion {
  readonly value: number;
  readonly gradient: Readonly<Record<string, Float64Array>>;
  readonly hessian: Blocks;
}

/**
 * (x, θ) ↦ ⟨O⟩ with its gradient and its Hessian, from one set of expectation values that serves all three: the diagonal
 * of the Hessian takes no circuits besides those of the value and the gradient.
 */
export function expansion(
  f: Expectation<number>,
  { features: wanted, ...others }: Pick<HessianOptions, 'features'> = {},
): Differentiated<Expansion> {
  demandMean('expansion', f);
  checkNoOthers('expansion', { features: wanted }, others);
  const features = inFeatures('expansion', f, wanted);
  const { at, executions } = byShifts(f.program, { features }, true);
  return differentiated(
    (params = {}) => {
      const on = bind(f, params);
      const { value, gradient, hessian } = at(f.simulator, on.features, on.weights);
      return { value, gradient: entriesOf(f, gradient), hessian: blocksOf(f, hessian) };
    },
    { method: parameterShift.name, executions },
  );
}
