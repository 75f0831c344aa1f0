import { pairsOf, type Topology } from '../ansatz/topology.ts';
import { checkNoMore } from '../check.ts';

/** Which pairs of features are multiplied, and how. */
export interface PairProductsOptions {
  /** Each with each, `full`, if absent. */
  readonly topology?: Topology;
  /** a·b if absent. */
  readonly product?: (one: number, other: number) => number;
}

/**
 * A row of features and the product of each pair of them, in the order of the topology's pairs: [x₀, …, xₙ₋₁, x₀·x₁, …],
 * which is the row that a circuit with such products is run on. A product of two features is not an angle, which has
 * one feature at most, so it is a feature of its own.
 */
export function pairProducts(
  x: ArrayLike<number>,
  { topology = 'full', product = (one, other) => one * other, ...more }: PairProductsOptions = {},
): Float64Array {
  checkNoMore('pairProducts', more);
  const wrong = Array.from(x).findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new Error(`pairProducts was given ${x[wrong]} for feature ${wrong}. A feature is a finite number.`);
  return Float64Array.from([
    ...Array.from(x),
    ...pairsOf(x.length, topology).map(([one, other]) => product(x[one], x[other])),
  ]);
}
