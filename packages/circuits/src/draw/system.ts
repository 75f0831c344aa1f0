import { BOX, boxesOf, drawnItem, lengthOfItem } from './item.ts';
import type { Column } from './layout.ts';
import { lengthOf, typeset } from './typeset.ts';

/** Pixels from a wire to the next, and from a column to the next. */
const PITCH = 50;
const GAP = 14;

const LABEL = 14;
const AFTER_LABEL = 8;

/** Where the wires of a system begin and end, and the top of its first box. */
interface Place {
  readonly left: number;
  readonly end: number;
  readonly top: number;
}

/** Columns that are drawn side by side, with their wires and what these are called, as SVG. */
export function system(qubits: number, columns: readonly Column[], { left, end, top }: Place): string {
  const y = (qubit: number) => top + BOX / 2 + qubit * PITCH;
  const all = Array.from({ length: qubits }, (_, qubit) => qubit);
  let used = left;
  const placed = columns.flatMap((column) => {
    const x = used + lengthOfColumn(column) / 2;
    used += lengthOfColumn(column);
    return column.map((item) => ({ item, x }));
  });
  const wires = all.map((qubit) => {
    const boxes = placed.filter(({ item }) => boxesOf(item).some(({ first, last }) => first <= qubit && qubit <= last));
    const starts = [left, ...boxes.map(({ item, x }) => x + lengthOfItem(item) / 2)];
    const ends = [...boxes.map(({ item, x }) => x - lengthOfItem(item) / 2), end];
    return starts.map((start, k) => `M${start} ${y(qubit)}H${ends[k]}`).join('');
  });
  return [
    `<g text-anchor="end">${all.map((qubit) => typeset(nameOf(qubit), left - AFTER_LABEL, y(qubit) + 4, LABEL)).join('')}</g>`,
    `<path class="hqnn-wires" d="${wires.join('')}" stroke="currentColor" fill="none"/>`,
    ...placed.map(({ item, x }) => drawnItem(item, x, y)),
  ].join('\n');
}

/** Pixels from the top of a system to its end. */
export const heightOf = (qubits: number) => (qubits - 1) * PITCH + BOX;

/** Pixels that a column takes, with the space beside it. */
export const lengthOfColumn = (column: Column) => Math.max(...column.map(lengthOfItem)) + GAP;

/** Pixels that the names of qubits take. */
export const lengthOfNames = (qubits: number) => 2 * Math.ceil((lengthOf(nameOf(qubits - 1), LABEL) + AFTER_LABEL) / 2);

const nameOf = (qubit: number) =>
  [
    { text: 'q', italic: true },
    { text: `${qubit}`, script: 'sub' },
  ] as const;
