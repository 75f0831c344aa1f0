import { bind, type Measured } from '@hqnn/circuits';
import { checkNoOthers } from '../check-option.ts';
import { demandMeasured } from '../demand-mean.ts';
import { type Differentiated, differentiated } from '../differentiated.ts';
import { type Blocks, blocksOf } from '../second-order/variables.ts';
import { type Approximation, metricExecutions, metricOf } from './metric-of.ts';

/** How a metric is computed. */
export interface MetricOptions {
  /** Full if absent. */
  readonly approximation?: Approximation;
}

/**
 * (x, θ) ↦ the Fubini–Study metric Re(⟨∂ᵢψ|∂ⱼψ⟩ − ⟨∂ᵢψ|ψ⟩⟨ψ|∂ⱼψ⟩) in the weights: how far the state moves when they do, in a
 * block for each two named vectors. What the function measures does not matter. A quarter of the quantum Fisher information.
 * Where values are estimates, it is not biased and may have negative eigenvalues.
 */
export function metricTensor(
  f: Measured<unknown>,
  { approximation = 'full', ...others }: MetricOptions = {},
): Differentiated<Blocks> {
  demandMeasured('metricTensor', f);
  checkNoOthers('metricTensor', { approximation }, others);
  const { program, simulator } = f;
  return differentiated(
    (params = {}) => {
      const { features, weights } = bind(f, params);
      return blocksOf(f, metricOf(simulator, program, features, weights, approximation));
    },
    { method: approximation, executions: metricExecutions(simulator, program, approximation) },
  );
}
