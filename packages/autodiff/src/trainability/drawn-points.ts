import { bind, type Circuit, type Compiled, type InitialWeightsOptions, initialWeights } from '@hqnn/circuits';
import { type Point, seedFrom, uniform } from '@hqnn/sim';

/** How weights are drawn: the options of `initialWeights` without its seed, as each draw has one of its own. */
export type Initialisation = InitialWeightsOptions & { readonly seed?: undefined };

/** What points are drawn by. */
interface Draws {
  /** How many points. */
  readonly samples: number;
  readonly seed: number;
  /** Draws of other streams are others, of the same seed. */
  readonly stream?: number;
  /** Uniform from −π to π if absent. */
  readonly initialisation?: Initialisation | undefined;
  /** The features of every point, of a circuit that has any. */
  readonly x?: ArrayLike<number> | undefined;
}

/** Points that differ in their weights, each drawn as training starts. */
export function drawnPoints(
  f: Compiled & { readonly circuit: Circuit },
  { samples, seed, stream = 0, initialisation = { method: 'uniform' }, x }: Draws,
): readonly Point[] {
  const next = uniform(seed, stream);
  return Array.from({ length: samples }, () => {
    const weights = initialWeights(f.circuit, { ...initialisation, seed: seedFrom(next) });
    return bind(f, x ? { x, ...weights } : weights);
  });
}
