import { uniform } from '@hqnn/sim';
import type { Weight } from '../angle.ts';
import { named } from '../bind.ts';
import { checkSeed } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import { type Compiled, compile } from '../compile.ts';
import { entryOf } from '../entry-of.ts';
import { INITIALISATIONS, type Shape, type Start, shapeOf } from './initialisations.ts';
import { type Tie, undone } from './undone.ts';

/** How weights are drawn. */
export type InitialWeightsOptions = {
  /** Decides the numbers: a whole number from 0, and 0 if absent. */
  readonly seed?: number;
  /** Where every weight starts that multiplies a feature: 1 if absent. */
  readonly scale?: number;
} & (
  | ({ readonly method?: 'normal' } & Pick<Shape, 'deviation'>)
  | ({ readonly method: 'uniform' | 'identity-blocks' } & Pick<Shape, 'low' | 'high'>)
  | ({ readonly method: 'small-angle' } & Pick<Shape, 'width'>)
  | ({ readonly method: 'beta' } & Pick<Shape, 'low' | 'high' | 'alpha' | 'beta'>)
);

/**
 * Where training starts: numbers for every weight of the circuit, one array for each named vector, to be handed with x
 * to its expectation. By `normal` if no method is named: N(0, deviation²), the deviation 1 if absent; `uniform`: from low
 * to high, −π to π; `small-angle`: from −width to width, 0.1; `beta`: low + (high − low)·Beta(alpha, beta), 0 to 2π and
 * both 2; `identity-blocks`: uniform, but so that the circuit without its features is the identity, if it is built from
 * `identityBlock`. A weight that multiplies a feature starts at `scale`. The same options give the same numbers.
 */
export function initialWeights(
  circuit: Circuit,
  { method = 'normal', seed = 0, scale = 1, ...shape }: InitialWeightsOptions = {},
): Record<string, Float64Array> {
  checkSeed('initialWeights', seed);
  if (!Number.isFinite(scale))
    throw new Error(`initialWeights was given the scale ${scale}. It takes a finite number.`);
  const { start, tied, shape: known }: Start = entryOf(INITIALISATIONS, method, 'method');
  const drawnBy = shapeOf(method, known, shape);
  const compiled = compile(circuit);
  const next = uniform(seed, STREAM);
  const weights = Float64Array.from({ length: compiled.program.weights }, () => start(drawnBy, next));
  for (const place of scales(compiled)) weights[place] = scale;
  return named(compiled, tied ? equalled(compiled, weights, undone(circuit)) : weights);
}

/** Apart from the streams that shots are drawn from, which are numbered from 0. */
const STREAM = 0x73746172;

/** The places of weights that multiply a feature. */
const scales = ({ program }: Compiled) =>
  program.slots.flatMap((slot) =>
    typeof slot === 'object' && slot.feature !== undefined && slot.weight !== undefined ? [slot.weight] : [],
  );

/** The same weights, but of those that are tied each as the first. */
function equalled({ vectors }: Compiled, weights: Float64Array, ties: readonly Tie[]): Float64Array {
  const starts = new Map(vectors.map(({ name, start }) => [name, start]));
  const placeOf = ({ name, index }: Weight) => (starts.get(name) ?? 0) + index;
  const first = [...weights.keys()];
  const root = (place: number): number => (first[place] === place ? place : root(first[place]));
  for (const tie of ties) {
    const [one, other] = tie.map((weight) => root(placeOf(weight)));
    first[Math.max(one, other)] = Math.min(one, other);
  }
  return weights.map((_, place) => weights[root(place)]);
}
