import type { Arena } from './arena.ts';

/** How many samples go side by side: a chunk stays within 16 KiB, and is never narrower than a vector. */
export function lanesFor({ width }: Arena, qubits: number, rows: number): number {
  const vector = 16 / width;
  return Math.min(mostLanes(width, qubits), Math.ceil(rows / vector) * vector);
}

const mostLanes = (width: number, qubits: number) => ((qubits <= 6 ? 4 : qubits <= 8 ? 2 : 1) * 16) / width;

/** Bytes of the states of as many samples as there are lanes. */
export const slotBytes = ({ width }: Arena, qubits: number, lanes: number) => 2 * 2 ** qubits * lanes * width;

/** While the states that the way back wants take no more bytes, they are kept; else they are undone. */
export const MOST_KEPT = 2 ** 22;

/** Whether the way back through so many passes may have to undo states. */
export const mayUndo = (arena: Arena, qubits: number, passes: number) =>
  (passes + 2) * slotBytes(arena, qubits, mostLanes(arena.width, qubits)) > MOST_KEPT;
