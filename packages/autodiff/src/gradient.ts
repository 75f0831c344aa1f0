import { bind, type Expectation, named } from '@hqnn/circuits';
import { checkNoOthers } from './check-option.ts';
import { demandMean } from './demand-mean.ts';
import { demandMethod } from './demand-method.ts';
import { type Differentiated, differentiated } from './differentiated.ts';
import { inFeatures } from './in-features.ts';
import type { GradientMethod } from './method.ts';
import { parameterShift } from './parameter-shift.ts';

/** How a gradient is computed, and of what. */
export interface GradientOptions {
  readonly method?: GradientMethod;
  /** Whether the gradient holds x, the slopes in the features. */
  readonly features?: boolean;
}

/** (x, θ) ↦ ∇⟨O⟩, one array for each named vector, and x for the features if the circuit has any. */
export function gradient(
  f: Expectation<number>,
  { method = parameterShift, features: wanted, ...others }: GradientOptions = {},
): Differentiated<Readonly<Record<string, Float64Array>>> {
  demandMean('gradient', f, '; jacobian takes several');
  checkNoOthers('gradient', { method, features: wanted }, others);
  demandMethod('gradient', method);
  const features = inFeatures('gradient', f, wanted);
  return differentiated<Readonly<Record<string, Float64Array>>>(
    (params = {}) => {
      const at = bind(f, params);
      const slopes = method.pullBack(f.simulator, f.program, at.features, at.weights, [1], { features });
      return { ...(features ? { x: slopes.features } : {}), ...named(f, slopes.weights) };
    },
    { method: method.name, executions: method.executions(f.program, { features }) },
  );
}
