import type { PauliWord } from '../../pauli.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Arena } from '../arena.ts';
import type { Crew } from '../crew.ts';
import { placeIntegers, placeNumbers } from '../record.ts';
import { placeWords } from '../words-record.ts';
import { blockSigns } from './block-table.ts';
import type { LargeRecord } from './large-record.ts';
import type { LargeSweeps } from './large-sweeps.ts';

/** ⟨word⟩ of each word. */
export function wordValues(
  { arena }: Crew,
  record: LargeRecord,
  sweeps: LargeSweeps,
  words: readonly PauliWord[],
): readonly number[] {
  const masks = words.filter(({ x }) => x === 0).map(({ z }) => z);
  setWords(arena, record, masks);
  const sums = masks.length > 0 ? sweeps.call('zSums', masks.length) : [];
  return words.map(({ x, z }) => {
    if (x === 0) return sums[masks.indexOf(z)];
    record.set({ x, z, controls: 0 });
    return sweeps.call('wordValue', 1)[0];
  });
}

/** λ = Σ cotangent·O|ψ⟩ */
export function seed(
  { arena }: Crew,
  record: LargeRecord,
  sweeps: LargeSweeps,
  { measurement: { words, shares } }: Plan,
  cotangents: ArrayLike<number>,
): void {
  const along = new Float64Array(words.length);
  for (const { observable, word, coefficient } of shares) along[word] += coefficient * cotangents[observable];
  const block = 2 ** record.blockBits - 1;
  const parts = words.map((word, k) => ({ ...word, along: along[k] }));
  const low = parts.filter(({ x, z }) => x === 0 && (z & ~block) === 0).map(({ z, along }) => ({ mask: z, along }));
  const high = parts.filter(({ x, z }) => x === 0 && z !== 0 && (z & block) === 0);
  const angles = arena.take(8 * high.length);
  arena.doubles.set(
    high.map(({ along }) => along),
    angles / 8,
  );
  record.set({
    table: placeNumbers(arena, blockSigns(record.blockBits, low)),
    angles,
    masks: placeIntegers(
      arena,
      high.flatMap(({ z }) => [0, z >>> record.blockBits]),
    ),
    angleCount: high.length,
  });
  sweeps.call('seedSweep');
  for (const { x, z, along } of parts) {
    if (x === 0 && ((z & block) === 0 || (z & ~block) === 0)) continue;
    record.set({ x, z, cosine: placeNumbers(arena, [along]) });
    sweeps.call('wordAdd');
  }
}

/** Tells the record of words of Zs whose sums are asked for, by their masks. */
export function setWords(arena: Arena, record: LargeRecord, masks: readonly number[]): void {
  const { blockBits, insideBits } = record;
  const rows = blockBits - insideBits;
  const rowsOf = (mask: number) => (mask >>> insideBits) & (2 ** rows - 1);
  const folds = [...new Set(masks.map(rowsOf))];
  record.set({
    words: placeWords(
      arena,
      rows,
      folds.map((mask, place) => ({ mask, place })),
    ),
    wordCount: masks.length,
    wordMasks: placeIntegers(
      arena,
      masks.flatMap((mask) => [folds.indexOf(rowsOf(mask)), mask & (2 ** insideBits - 1), mask >>> blockBits]),
    ),
  });
}
