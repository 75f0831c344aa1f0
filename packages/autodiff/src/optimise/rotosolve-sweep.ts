import { type Program, rowsIn, type Simulator } from '@hqnn/sim';
import { checkOption } from '../check-option.ts';
import { boundOf } from './bound-of.ts';
import { type Sweep, swept } from './swept.ts';
import { type RotosolveOptions, searchOf, weightLines } from './weight-lines.ts';

/**
 * One sweep of Rotosolve over the weights of a program, for training: each in turn is moved to where the loss of all rows
 * is lowest along it, the others held, and stays where it is if the loss does not fall. `loss` is given the expectation
 * values, rows × observables, and may be anything of them, such as the cross-entropy behind a head that is held.
 *
 * Along a weight each expectation value is a trigonometric polynomial, found exactly from the one that is known and at most
 * two more for each of its frequencies, which are one batch: Vidal and Theis, arXiv:1812.06323; Wierichs, Izaac, Wang,
 * Lin, Quantum 6, 677 (2022), section 3. A loss is scanned in 32 steps a turn of the fastest frequency, and each dip
 * refined: one that varies far faster than the values may have a lower place elsewhere.
 *
 * On a simulator whose values are estimates, or with quantum jumps in the program, the curves are those through the
 * estimates: the loss may rise, and at the end of a line is measured again, one circuit a row.
 */
export function rotosolveSweep(
  simulator: Simulator,
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  loss: (values: Float64Array) => number,
  options: RotosolveOptions = {},
): Sweep {
  const search = searchOf('rotosolveSweep', options);
  checkOption('rotosolveSweep', { loss }, typeof loss === 'function', 'a function of the expectation values');
  if (weights.length !== program.weights)
    throw new Error(`The program takes ${program.weights} weights, but rotosolveSweep was given ${weights.length}.`);
  const rows = rowsIn(program, features);
  if (!(Number.isInteger(rows) && rows > 0))
    throw new Error(
      `The program takes rows of ${program.features} features, one at least, but rotosolveSweep was given ${features.length} numbers in all.`,
    );
  const lines = weightLines(program, features, search);
  const bounds = program.observables.map(boundOf);
  return swept(simulator, program, features, weights, lines, (values) => checkedLoss(loss, within(bounds, values)));
}

/** None beyond what its observable can have: rounding and noise give no loss the logarithm of a negative probability. */
function within(bounds: readonly number[], values: Float64Array): Float64Array {
  const bounded = new Float64Array(values.length);
  for (let first = 0; first < values.length; first += bounds.length)
    for (let k = 0; k < bounds.length; k++)
      bounded[first + k] = Math.max(-bounds[k], Math.min(bounds[k], values[first + k]));
  return bounded;
}

function checkedLoss(loss: (values: Float64Array) => number, values: Float64Array): number {
  const found = loss(values);
  if (typeof found === 'number' && found > Number.NEGATIVE_INFINITY) return found;
  const shown = [...values.subarray(0, 8), ...(values.length > 8 ? ['…'] : [])].join(', ');
  throw new Error(
    `rotosolveSweep was given a loss that is ${found} where the expectation values are ${shown}. It is a number, and not −∞, wherever they can be.`,
  );
}
