import { isSingle } from '../mask.ts';
import { parity } from '../pauli.ts';
import { imagesOf, isIdentity } from '../plan/affine.ts';
import type { Phase } from '../plan/plan.ts';
import type { Arena } from './arena.ts';
import { place, placeIntegers, placeNumbers } from './record.ts';
import { type PassWiring, placesOf } from './wiring.ts';
import { placeWords } from './words-record.ts';

/** A diagonal pass's table in the kernels' memory, as far as each step fills it anew. */
export interface TableImage {
  /** Addresses. */
  readonly levels: number;
  readonly scale: number;
  readonly others: number;
  /** The qubits of words that are single Zs, and the places of their angles; the places of the others. */
  readonly singles: Int32Array;
  readonly singlePlaces: Int32Array;
  readonly otherPlaces: Int32Array;
  /** The qubits that turn just before, and the places of their tangents. */
  readonly turned: Int32Array;
  readonly turnedPlaces: Int32Array;
}

/** A diagonal pass's table; its slopes are summed so many bytes behind the first sums of a frame. */
export function placeTable(
  arena: Arena,
  qubits: number,
  { pass, words, takes }: Extract<PassWiring, { kind: 'diagonal' }>,
  sums: number,
): { readonly address: number; readonly image: TableImage } {
  const atLeast = Math.max(2 ** qubits, 16 / arena.width);
  const multi = words.filter(({ mask }) => !isSingle(mask));
  const source = isIdentity(pass.moves) ? undefined : inverseOf(imagesOf(pass.moves));
  const fixed = fixedTable(pass.phases, atLeast);
  const levels = arena.take(arena.width * 4 * qubits);
  const scale = arena.take(arena.width * 2);
  const others = arena.take(arena.width * 2 * multi.length);
  const table = {
    table: arena.take(arena.width * 2 * atLeast),
    source: source ? placeIntegers(arena, source) : 0,
    fixed: fixed ? placeNumbers(arena, fixed) : 0,
    levels,
    scale,
    others,
    masks: placeIntegers(
      arena,
      multi.map(({ mask }) => mask),
    ),
    otherCount: multi.length,
    work: arena.take(arena.width * 2 * atLeast),
    sums,
    wantsSlopes: words.length > 0 ? 1 : 0,
    words: placeWords(
      arena,
      qubits,
      words.map(({ mask }, k) => ({ mask, place: k })),
    ),
    wordCount: words.length,
    result: words.length > 0 ? words[0].place : 0,
  };
  const single = words.filter(({ mask }) => isSingle(mask));
  const image = {
    levels,
    scale,
    others,
    singles: Int32Array.from(single, ({ mask }) => 31 - Math.clz32(mask)),
    singlePlaces: Int32Array.from(single, ({ place }) => place),
    otherPlaces: Int32Array.from(multi, ({ place }) => place),
    turned: Int32Array.from(takes.flatMap(({ qubits }) => qubits)),
    turnedPlaces: placesOf(takes),
  };
  return { address: place(arena, 'Table', [table]), image };
}

/** Where each amplitude comes from, by where each goes. */
export function inverseOf(images: Int32Array): Int32Array {
  const source = new Int32Array(images.length);
  images.forEach((image, k) => {
    source[image] = k;
  });
  return source;
}

/** The factors of phases that never change, real parts and then imaginary ones; nothing if there are none. */
function fixedTable(phases: readonly Phase[], size: number): Float64Array | undefined {
  const constants = phases.filter(({ turn }) => turn.slots.length === 0);
  if (constants.length === 0) return undefined;
  const table = new Float64Array(2 * size);
  for (let k = 0; k < size; k++) {
    let angle = 0;
    for (const { mask, coefficient, turn } of constants)
      angle += (parity(mask & k) ? -1 : 1) * coefficient * turn.constant;
    table[k] = Math.cos(angle);
    table[size + k] = -Math.sin(angle);
  }
  return table;
}
