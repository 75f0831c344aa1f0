import { bind, type Expectation, named, type Params } from '@hqnn/circuits';
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
  { method = parameterShift, features = f.program.features > 0 }: GradientOptions = {},
): (params?: Params) => Readonly<Record<string, Float64Array>> {
  if (f.outputs.some(({ less }) => less))
    throw new Error(
      'gradient is of an expectation value, but was given a variance or a covariance. That of ⟨O²⟩ − ⟨O⟩² is ∇⟨O²⟩ − 2⟨O⟩∇⟨O⟩: ' +
        'take the gradients of expectation(circuit, product(O, O)) and of expectation(circuit, O).',
    );
  const measured = f.program.observables.length;
  if (measured !== 1)
    throw new Error(
      `gradient is of one expectation value, but the function has ${measured}. Give expectation(circuit, …) one observable, such as a sum.`,
    );
  return (params = {}) => {
    const at = bind(f, params);
    const slopes = method.pullBack(f.simulator, f.program, at.features, at.weights, [1], { features });
    return { ...(features ? { x: slopes.features } : {}), ...named(f, slopes.weights) };
  };
}
