import { bind, type Expectation } from '@hqnn/circuits';
import { checkNoOthers } from './check-option.ts';
import { demandMean } from './demand-mean.ts';
import { demandMethod } from './demand-method.ts';
import { type Differentiated, differentiated } from './differentiated.ts';
import { inFeatures } from './in-features.ts';
import type { GradientMethod } from './method.ts';
import { parameterShift } from './parameter-shift.ts';
import { byGradients } from './second-order/by-gradients.ts';
import { byShifts } from './second-order/by-shifts.ts';
import { type Blocks, blocksOf } from './second-order/variables.ts';

/** How second derivatives are computed, and in what. */
export interface HessianOptions {
  /** What gives the gradients that the shift rule is taken over; without it, all comes from expectation values alone. */
  readonly method?: GradientMethod;
  /** Whether the features, as x, are among the variables: where the circuit has any if absent. */
  readonly features?: boolean;
}

/**
 * (x, θ) ↦ ∂²⟨O⟩, exact: for P angles with two-term rules 1 + P + 2P(P − 1) expectation values, or, with `adjoint` as the
 * method, 2P sweeps.
 */
export function hessian(
  f: Expectation<number>,
  { method, features: wanted, ...others }: HessianOptions = {},
): Differentiated<Blocks> {
  demandMean('hessian', f);
  checkNoOthers('hessian', { method, features: wanted }, others);
  if (method !== undefined) demandMethod('hessian', method);
  const features = inFeatures('hessian', f, wanted);
  const way = method ? byGradients(f.program, { features }, method) : byShifts(f.program, { features }, false);
  return differentiated(
    (params = {}) => {
      const on = bind(f, params);
      return blocksOf(f, way.at(f.simulator, on.features, on.weights).hessian);
    },
    { method: (method ?? parameterShift).name, executions: way.executions },
  );
}
