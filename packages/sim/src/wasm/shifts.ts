import type { Shift } from '../simulator.ts';
import type { Arena } from './arena.ts';
import type { Image } from './image.ts';
import { placeIntegers, placeNumbers } from './record.ts';

/** Moved angles in the kernels' memory. */
export interface PlacedShifts {
  readonly shifts: number;
  readonly generators: number;
  readonly generatorValues: number;
}

/** The lists that were placed for an image last: a training asks for the same ones in every step. */
const placed = new WeakMap<Image, { readonly of: readonly Shift[]; readonly at: PlacedShifts }>();

/** For each shift the pass before which it acts, and what it does there. */
export function placeShifts(arena: Arena, image: Image, shifts: readonly Shift[]): PlacedShifts {
  const known = placed.get(image);
  if (known && isSame(known.of, shifts)) return known.at;
  const places: number[] = [];
  const generators: number[] = [];
  const values: number[] = [];
  for (const { slot, shift } of shifts) {
    const { before, generators: acting } = image.plan.places[slot];
    for (const { word, controls, scale } of acting) {
      generators.push(word.x, word.z, controls);
      values.push(Math.cos(scale * shift), Math.sin(scale * shift));
    }
    places.push(before, generators.length / 3);
  }
  const at = {
    shifts: placeIntegers(arena, places),
    generators: placeIntegers(arena, generators),
    generatorValues: placeNumbers(arena, values),
  };
  placed.set(image, { of: shifts.map((each) => ({ ...each })), at });
  return at;
}

function isSame(some: readonly Shift[], others: readonly Shift[]): boolean {
  if (some.length !== others.length) return false;
  return some.every(({ slot, shift }, k) => slot === others[k].slot && shift === others[k].shift);
}
