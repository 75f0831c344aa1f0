import { isSingle } from '../mask.ts';
import type { Arena } from './arena.ts';
import { place, placeIntegers } from './record.ts';
import type { WordWiring } from './wiring.ts';

/** Words of Zs: a list of the places of single ones, and masks with places of the others. */
export function placeWords(arena: Arena, qubits: number, words: readonly WordWiring[]): number {
  const singles = new Array<number>(qubits).fill(-1);
  for (const { mask, place } of words) if (isSingle(mask)) singles[31 - Math.clz32(mask)] = place;
  const others = words.filter(({ mask }) => !isSingle(mask)).flatMap(({ mask, place }) => [mask, place]);
  const fields = {
    singles: placeIntegers(arena, singles),
    others: placeIntegers(arena, others),
    otherCount: others.length / 2,
    anySingle: singles.some((place) => place >= 0) ? 1 : 0,
  };
  return place(arena, 'Words', [fields]);
}
