import { isIdentity } from '../plan/affine.ts';
import type { Arena } from './arena.ts';
import { placeDense } from './dense-record.ts';
import { type Fields, place, placeNumbers } from './record.ts';
import type { BlockWiring, PassWiring } from './wiring.ts';
import { placeWords } from './words-record.ts';

/** A pass's record, while it is being filled. */
export type PassFields = { -readonly [Field in keyof Fields<'Pass'>]: number };

const KINDS = { rotate: 0, diagonal: 1, phases: 2, word: 3, matrix: 4, damping: 5 } as const;

/** The record of a pass; `diagonal` places a table and answers with its address. */
export function passFields(
  arena: Arena,
  qubits: number,
  pass: PassWiring,
  diagonal: (pass: Extract<PassWiring, { kind: 'diagonal' }>) => number,
): PassFields {
  const none = { blocks: 0, blockCount: 0, table: 0, words: 0, dial: 0, x: 0, z: 0, controls: 0, dense: 0, rate: 0 };
  const fields = { kind: KINDS[pass.kind], slot: 0, apart: 0, ...none };
  switch (pass.kind) {
    case 'rotate':
      return { ...fields, blocks: place(arena, 'Block', pass.blocks.map(blockFields)), blockCount: pass.blocks.length };
    case 'diagonal':
      return { ...fields, table: diagonal(pass), apart: isIdentity(pass.pass.moves) ? 0 : 1 };
    case 'phases':
      return { ...fields, words: placeWords(arena, qubits, pass.words) };
    case 'word': {
      const { word, controls } = pass.pass;
      return { ...fields, ...word, controls, dial: pass.dial };
    }
    case 'matrix':
      return { ...fields, dense: placeDense(arena, pass.pass), apart: 1 };
    case 'damping': {
      const { qubit, rate } = pass.pass;
      return { ...fields, x: 1 << qubit, rate: placeNumbers(arena, [rate, Math.sqrt(1 - rate)]), dial: pass.dial };
    }
  }
}

const blockFields = ({ lanes, qubits, places }: BlockWiring): Fields<'Block'> => ({
  lanes: lanes ? 1 : 0,
  count: qubits.length,
  a: qubits[0],
  b: qubits[1] ?? 0,
  c: qubits[2] ?? 0,
  first: places[0],
  second: places[1] ?? 0,
});

/**
 * The slot where the way back finds the state behind each pass. The start has slot 0; a rotation in front of a diagonal
 * pass is not wanted again, so it shares that pass's slot, or the last one where that pass cannot work in place.
 */
export function keptSlots(passes: readonly PassFields[], wirings: readonly PassWiring[]) {
  let next = 1;
  const of = passes.map((_, k) => {
    const behind = wirings[k].kind === 'rotate' && wirings[k + 1]?.kind === 'diagonal';
    if (!behind) return next++;
    return passes[k + 1].apart ? -1 : next;
  });
  return { of: of.map((slot) => (slot < 0 ? next : slot)), count: next + 1 };
}
