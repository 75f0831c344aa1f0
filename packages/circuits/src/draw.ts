import { written } from './angle.ts';
import type { Circuit } from './circuit.ts';
import type { Op } from './op.ts';

/** What stands in one moment of the drawing: a cell a qubit, and the qubits below which a line goes on. */
interface Column {
  readonly cells: Map<number, string>;
  readonly joined: Set<number>;
}

/** The circuit as text: one row a qubit, qubit 0 on top, time to the right, folded where a line would pass `width`. */
export function draw(circuit: Circuit, { width = Infinity }: { readonly width?: number } = {}): string {
  const blocks = folded(columnsOf(circuit), width - labelOf(circuit.qubits - 1).length);
  return blocks.map((columns) => block(circuit.qubits, columns)).join('\n\n');
}

function columnsOf({ qubits, ops, initial }: Circuit): readonly Column[] {
  const all = [...Array(qubits).keys()];
  const columns: Column[] = [];
  const ready = new Array<number>(qubits).fill(initial ? 1 : 0);
  if (initial) columns.push({ cells: new Map(all.map((qubit) => [qubit, 'ψ(x)'])), joined: new Set(all.slice(0, -1)) });
  for (const op of ops) {
    const touched = [...op.controls, ...op.targets];
    const [low, high] = [Math.min(...touched), Math.max(...touched)];
    const span = all.slice(low, high + 1);
    const at = Math.max(...span.map((qubit) => ready[qubit]));
    columns[at] ??= { cells: new Map(), joined: new Set() };
    for (const qubit of span) {
      columns[at].cells.set(qubit, cell(op, qubit));
      if (qubit < high) columns[at].joined.add(qubit);
      ready[qubit] = at + 1;
    }
  }
  return columns;
}

function cell(op: Op, qubit: number): string {
  if (op.controls.includes(qubit)) return '●';
  if (!op.targets.includes(qubit)) return '┼';
  const name = op.gate.name.toUpperCase();
  if ('angle' in op) return `${name}(${written(op.angle)})`;
  const marked = op.gate.mark !== undefined && (op.controls.length > 0 || op.gate.qubits > 1);
  return marked && op.gate.mark ? op.gate.mark : name;
}

/** The columns in blocks of which each, if it can, keeps to the width. */
function folded(columns: readonly Column[], width: number): readonly (readonly Column[])[] {
  const blocks: Column[][] = [[]];
  let used = 0;
  for (const column of columns) {
    const next = widthOf(column) + 2;
    if (used + next > width && used > 0) {
      blocks.push([]);
      used = 0;
    }
    blocks[blocks.length - 1].push(column);
    used += next;
  }
  return blocks;
}

function block(qubits: number, columns: readonly Column[]): string {
  const margin = ' '.repeat(labelOf(qubits - 1).length);
  const rows = Array.from({ length: qubits }, (_, qubit) => {
    const wire = columns.map((column) => `─${centred(column.cells.get(qubit) ?? '', widthOf(column), '─')}─`).join('');
    const below = columns
      .map((column) => ` ${centred(column.joined.has(qubit) ? '│' : '', widthOf(column), ' ')} `)
      .join('');
    return [labelOf(qubit).padStart(margin.length) + wire, ...(qubit < qubits - 1 ? [(margin + below).trimEnd()] : [])];
  });
  return rows.flat().join('\n');
}

const labelOf = (qubit: number) => `${qubit}: `;

const widthOf = ({ cells }: Column) => Math.max(...[...cells.values()].map((text) => text.length));

function centred(text: string, width: number, filling: string): string {
  const before = Math.floor((width - text.length) / 2);
  return filling.repeat(before) + text + filling.repeat(width - text.length - before);
}
