import type { Observable } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';
import {
  asArray,
  asNumber,
  type Covariance,
  isOne,
  listed,
  type Measured,
  measured,
  type RunOptions,
} from '../expectation.ts';
import { symmetrizedProduct } from '../observables/product.ts';

/**
 * (x, θ) ↦ ⟨O²⟩ − ⟨O⟩², or one such value for each observable: how far single measurements of O scatter, squared. On a simulator
 * of estimates it takes two runs, is not biased, and may be below 0.
 */
export function variance(circuit: Circuit, observable: Observable, options?: RunOptions): Measured<number, Covariance>;
export function variance(
  circuit: Circuit,
  observables: readonly Observable[],
  options?: RunOptions,
): Measured<Float64Array, Covariance>;
export function variance(
  circuit: Circuit,
  observed: Observable | readonly Observable[],
  options: RunOptions = {},
): Measured<number, Covariance> | Measured<Float64Array, Covariance> {
  const observables = listed('variance', circuit, observed);
  const squares = observables.map((observable) => symmetrizedProduct(observable, observable));
  const outputs = observables.map((_, k) => ({ of: observables.length + k, less: [k, k] as const }));
  const means = [...observables, ...squares];
  return isOne(observed)
    ? measured(circuit, means, outputs, asNumber, options)
    : measured(circuit, means, outputs, asArray, options);
}
