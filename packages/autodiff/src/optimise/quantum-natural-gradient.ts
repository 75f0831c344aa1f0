import { bind, type Expectation, named, type Params } from '@hqnn/circuits';
import { demandMean } from '../demand-mean.ts';
import { demandMethod } from '../demand-method.ts';
import { type Differentiated, differentiated } from '../differentiated.ts';
import type { GradientMethod } from '../method.ts';
import { metricExecutions } from '../metric/metric-of.ts';
import { naturalGradient } from '../metric/natural-gradient.ts';
import { parameterShift } from '../parameter-shift.ts';
import { type NaturalStep, naturalStep } from './natural-step.ts';

/** A step of the natural gradient, and how the gradient in it is computed. */
export interface QuantumNaturalGradientOptions extends NaturalStep {
  /** By parameter shift if absent. */
  readonly method?: GradientMethod;
}

/**
 * (x, θ) ↦ (x, θ − η(g + λ)⁻¹∇⟨O⟩), the step downhill on which ⟨O⟩ falls fastest for how far the state moves: Stokes,
 * Izaac, Killoran, Carleo, Quantum 4, 269 (2020), equation 4. Steps follow one another: `at = step(at)`. Each executes
 * the circuits of a gradient and of the metric g.
 */
export function quantumNaturalGradient(
  f: Expectation<number>,
  { method = parameterShift, ...options }: QuantumNaturalGradientOptions = {},
): Differentiated<Params> {
  demandMean('quantumNaturalGradient', f);
  demandMethod('quantumNaturalGradient', method);
  const { rate, ...natural } = naturalStep('quantumNaturalGradient', options, { method });
  const { program, simulator } = f;
  const inWeights = { features: false };
  return differentiated(
    (params = {}) => {
      const { features, weights } = bind(f, params);
      const slopes = method.pullBack(simulator, program, features, weights, [1], inWeights).weights;
      const direction = naturalGradient(simulator, program, features, weights, slopes, natural);
      const moved = weights.map((weight, k) => weight - rate * direction[k]);
      return { ...(program.features > 0 ? { x: features } : {}), ...named(f, moved) };
    },
    {
      method: method.name,
      executions: method.executions(program, inWeights) + metricExecutions(simulator, program, natural.approximation),
    },
  );
}
