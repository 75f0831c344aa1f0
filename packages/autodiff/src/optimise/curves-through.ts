import type { Observable } from '@hqnn/sim';
import { dot } from '../dot.ts';
import { boundOf } from './bound-of.ts';
import { basis } from './interpolation.ts';
import type { WeightLine } from './weight-lines.ts';

/** The expectation values on one row along a weight: trigonometric polynomials, one for each observable. */
export interface Curves {
  readonly frequencies: readonly number[];
  /** As `Interpolation` lists them. */
  readonly coefficients: readonly Float64Array[];
}

/**
 * The curves of all rows of a line, from the values where the weight is, rows × observables, and those at the other
 * nodes, row after row: nodes × observables.
 */
export function curvesThrough(line: WeightLine, here: Float64Array, there: Float64Array): readonly Curves[] {
  const observables = here.length / line.rows.length;
  let before = 0;
  return line.rows.map(({ frequencies, nodes, coefficients }, row) => {
    const first = before;
    before += nodes.length - 1;
    const of = (observable: number) =>
      nodes.map((_, node) =>
        node === 0 ? here[row * observables + observable] : there[(first + node - 1) * observables + observable],
      );
    return { frequencies, coefficients: Array.from({ length: observables }, (_, k) => coefficients(of(k))) };
  });
}

/** What the curves have at one place: rows × observables. Rows of the same list of frequencies share its waves. */
export function valuesAt(rows: readonly Curves[], t: number): Float64Array {
  const observables = rows[0].coefficients.length;
  const values = new Float64Array(rows.length * observables);
  let [shared, waves] = [rows[0].frequencies, basis(rows[0].frequencies, t)];
  for (let row = 0; row < rows.length; row++) {
    const { frequencies, coefficients } = rows[row];
    if (frequencies !== shared) [shared, waves] = [frequencies, basis(frequencies, t)];
    for (let k = 0; k < observables; k++) values[row * observables + k] = dot(coefficients[k], waves);
  }
  return values;
}

/** Whether no curve rises or falls by more than this share of what its observable can have. */
export const areFlat = (rows: readonly Curves[], observables: readonly Observable[], share: number): boolean =>
  rows.every(({ coefficients }) =>
    coefficients.every(
      (own, k) => own.slice(1).reduce((sum, one) => sum + Math.abs(one), 0) <= share * boundOf(observables[k]),
    ),
  );
