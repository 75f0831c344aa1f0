import type { Program, Simulator } from '@hqnn/sim';
import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { checkNoOthers, checkOption } from '../check-option.ts';
import { APPROXIMATIONS, type Approximation, metricOf } from './metric-of.ts';

/** With which metric a gradient is divided, and how carefully. */
export interface NaturalOptions {
  /** Block-diagonal if absent, which works on every simulator. */
  readonly approximation?: Approximation;
  /**
   * λ, above 0: 1e-3 if absent. The metric of a rotation by a weight alone is at most ¼. From few shots on few rows it may
   * come out as 0, and the step is then λ⁻¹∇: take more of one of them, or a larger λ.
   */
  readonly damping?: number;
}

/**
 * (g + λ)⁻¹∇, the direction in which a loss falls fastest for how far the state moves, from its gradient in the weights
 * and the metric g, the mean over the rows: Stokes, Izaac, Killoran, Carleo, Quantum 4, 269 (2020), equation 4, with λ added
 * to the diagonal as Tikhonov did.
 */
export function naturalGradient(
  simulator: Simulator,
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  gradient: ArrayLike<number>,
  options: NaturalOptions = {},
): Float64Array {
  const { approximation, damping } = naturalOptions('naturalGradient', options);
  if (gradient.length !== program.weights)
    throw new Error(`The program takes ${program.weights} weights, but the gradient has ${gradient.length} slopes.`);
  const place = Array.from(gradient).findIndex((slope) => !Number.isFinite(slope));
  if (place >= 0)
    throw new Error(
      `naturalGradient was given the slope ${gradient[place]} in place ${place} of the gradient. It takes finite numbers.`,
    );
  if (program.weights === 0) return new Float64Array(0);
  const g = new Matrix(metricOf(simulator, program, features, weights, approximation) as Float64Array[]);
  const slopes = Matrix.columnVector(gradient);
  return Float64Array.from((simulator.estimates ? clipped : exact)(g, damping, slopes).to1DArray());
}

/** The options with all that was left out. Throws where one of them is none; `more` is what its bearer takes besides. */
export function naturalOptions(
  who: string,
  { approximation = 'block-diagonal', damping = 1e-3, ...others }: NaturalOptions,
  more: object = {},
): Required<NaturalOptions> {
  checkNoOthers(who, { ...more, approximation, damping }, others);
  checkOption(who, { approximation }, APPROXIMATIONS.includes(approximation), `one of ${APPROXIMATIONS.join(', ')}`);
  checkOption(who, { damping }, damping > 0 && Number.isFinite(damping), 'a number above 0');
  return { approximation, damping };
}

/** A metric has no negative eigenvalue, so the sum is positive definite. */
const exact = (g: Matrix, damping: number, slopes: Matrix): Matrix =>
  new CholeskyDecomposition(Matrix.add(g, Matrix.eye(g.rows).mul(damping))).solve(slopes);

/** An estimate of a metric may have negative eigenvalues, which count as 0: no step is longer than λ allows. */
function clipped(g: Matrix, damping: number, slopes: Matrix): Matrix {
  const { realEigenvalues, eigenvectorMatrix: vectors } = new EigenvalueDecomposition(g, { assumeSymmetric: true });
  const inverse = Matrix.diag(realEigenvalues.map((value) => 1 / (Math.max(value, 0) + damping)));
  return vectors.mmul(inverse).mmul(vectors.transpose().mmul(slopes));
}
