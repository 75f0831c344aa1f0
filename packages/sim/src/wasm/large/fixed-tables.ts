import type { Phase } from '../../plan/plan.ts';
import { type BlockTable, blockTable } from './block-table.ts';

/** The phases of a layer that never change, as far as tables of a block can hold them. */
export interface FixedTables {
  /** For each word that reaches above a block its mask there: the signs that they make choose the table. */
  readonly variants: readonly number[];
  readonly tables: readonly BlockTable[];
  /** The phases that are in none. */
  readonly rest: readonly Phase[];
}

/** So many words that reach above a block have a table for each of their signs. */
const MOST_VARIANTS = 3;

const known = new WeakMap<readonly Phase[], FixedTables>();

/** Worked out once for each layer. */
export function fixedTables(phases: readonly Phase[], blockBits: number): FixedTables {
  const found = known.get(phases);
  if (found) return found;
  const block = 2 ** blockBits - 1;
  const fixed = phases.filter(({ mask, turn }) => turn.slots.length === 0 && (mask & block) !== 0);
  const words = fixed.map((phase) => ({ phase, mask: phase.mask, angle: phase.coefficient * phase.turn.constant }));
  const low = words.filter(({ mask }) => mask >>> blockBits === 0);
  const crossing = words.filter((word) => !low.includes(word)).slice(0, MOST_VARIANTS);
  const tables = Array.from({ length: 2 ** crossing.length }, (_, signs) => {
    const signed = crossing.map(({ mask, angle }, k) => ({
      mask: mask & block,
      angle: (signs >> k) & 1 ? -angle : angle,
    }));
    return blockTable(blockBits, [...low, ...signed], 0);
  });
  const held = new Set([...low, ...crossing].map(({ phase }) => phase));
  const result = {
    variants: crossing.map(({ mask }) => mask >>> blockBits),
    tables,
    rest: phases.filter((phase) => !held.has(phase)),
  };
  known.set(phases, result);
  return result;
}
