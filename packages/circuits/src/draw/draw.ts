import { checkNoMore } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import { checkWidth, folded } from './folded.ts';
import { spelled } from './label.ts';
import { type Column, type Item, layout } from './layout.ts';

/** How a circuit is drawn as text. */
export interface DrawOptions {
  /** Characters in a line; a column that is wider stands alone. Nothing is folded if absent. */
  readonly width?: number;
}

/** The circuit as text: one row a qubit, qubit 0 on top, time to the right, folded where a line would pass `width`. */
export function draw(circuit: Circuit, { width = Infinity, ...more }: DrawOptions = {}): string {
  checkNoMore('draw', more);
  checkWidth('draw', width);
  const blocks = folded(layout(circuit), (column) => widthOf(column) + 2, width - numbered(circuit.qubits - 1).length);
  return blocks.map((columns) => block(circuit.qubits, columns)).join('\n\n');
}

function block(qubits: number, columns: readonly Column[]): string {
  const widths = columns.map(widthOf);
  const margin = numbered(qubits - 1).length;
  const line = (text: (column: Column) => string, filling: string) =>
    columns.map((column, k) => filling + centred(text(column), widths[k], filling) + filling).join('');
  const rows = Array.from({ length: qubits }, (_, qubit) => {
    const wire = numbered(qubit).padStart(margin) + line((column) => on(column, qubit), '─');
    const below = ' '.repeat(margin) + line((column) => under(column, qubit), ' ');
    return qubit < qubits - 1 ? [wire, below.trimEnd()] : [wire];
  });
  return rows.flat().join('\n');
}

/** What stands on a qubit. */
function on(column: Column, qubit: number): string {
  const item = column.find(({ first, last }) => first <= qubit && qubit <= last);
  return item ? cell(item, qubit) : '';
}

function cell(item: Item, qubit: number): string {
  if (item.kind === 'start') return 'ψ(x)';
  if (item.controls.includes(qubit)) return '●';
  const place = item.targets.indexOf(qubit);
  if (place < 0) return '┼';
  return item.mark ?? spelled(item.label, item.ordered ? place : undefined);
}

/** What stands between a qubit and the next. */
const under = (column: Column, qubit: number) =>
  column.some(({ first, last }) => first <= qubit && qubit < last) ? '│' : '';

const numbered = (qubit: number) => `${qubit}: `;

const widthOf = (column: Column) =>
  Math.max(
    ...column.flatMap((item) => [item.first, item.last, ...targetsOf(item)].map((q) => lengthOf(cell(item, q)))),
  );

const targetsOf = (item: Item) => (item.kind === 'start' ? [] : item.targets);

const lengthOf = (text: string) => [...text].length;

function centred(text: string, width: number, filling: string): string {
  const before = Math.floor((width - lengthOf(text)) / 2);
  return filling.repeat(before) + text + filling.repeat(width - lengthOf(text) - before);
}
