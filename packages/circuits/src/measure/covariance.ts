import type { Observable } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';
import { asArray, type Covariance, listed, type Measured, measured, type RunOptions } from '../expectation.ts';
import { symmetrizedProduct } from '../observables/product.ts';

/**
 * (x, θ) ↦ ½⟨AB + BA⟩ − ⟨A⟩⟨B⟩ for each two of n observables: a symmetric matrix, n × n, row by row. The variances are on
 * its diagonal. Observables need not commute.
 */
export function covariance(
  circuit: Circuit,
  observables: readonly Observable[],
  options: RunOptions = {},
): Measured<Float64Array, Covariance> {
  const n = listed('covariance', circuit, observables).length;
  const pairs = observables.flatMap((_, row) => Array.from({ length: row + 1 }, (_, column) => [row, column] as const));
  const products = pairs.map(([row, column]) => symmetrizedProduct(observables[row], observables[column]));
  const outputs = Array.from({ length: n * n }, (_, k) => {
    const [column, row] = [k % n, Math.floor(k / n)].sort((a, b) => a - b);
    return { of: n + (row * (row + 1)) / 2 + column, less: [row, column] as const };
  });
  return measured(circuit, [...observables, ...products], outputs, asArray, options);
}
