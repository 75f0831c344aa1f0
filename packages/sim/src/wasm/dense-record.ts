import { spread } from '../mask.ts';
import type { MatrixPass } from '../plan/plan.ts';
import { dagger } from '../state.ts';
import type { Arena } from './arena.ts';
import { place, placeIntegers, placeNumbers } from './record.ts';

/** A dense matrix and its inverse. */
export function placeDense(arena: Arena, { targets, controls, matrix }: MatrixPass): number {
  const offsets = offsetsOf(targets);
  const fields = {
    dimension: offsets.length,
    controls,
    targets: offsets[offsets.length - 1],
    offsets: placeIntegers(arena, offsets),
    forward: placeNumbers(arena, matrix),
    backward: placeNumbers(arena, dagger(matrix)),
  };
  return place(arena, 'Dense', [fields]);
}

/** For each row of a matrix, its bits put at the targets. */
export const offsetsOf = (targets: readonly number[]): readonly number[] =>
  Array.from({ length: 2 ** targets.length }, (_, value) => spread(value, targets));
