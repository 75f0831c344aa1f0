import { checkNoMore } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import { folded } from './folded.ts';
import { spelled } from './label.ts';
import { latexLabel, upright } from './latex.ts';
import { type Column, layout, type Placed, type Run } from './layout.ts';
import { MARKS } from './marks.ts';

/** How a circuit is written for quantikz. */
export interface QuantikzOptions {
  /** The columns of one environment. All are in one if absent. */
  readonly columns?: number;
}

/**
 * The circuit as a quantikz environment of LaTeX, or as several, one below the other. For \usetikzlibrary{quantikz2},
 * which is version 1 of the package of A. Kay (arXiv:1809.03842), and with the wires and options that older ones need.
 */
export function quantikz(circuit: Circuit, { columns = Infinity, ...more }: QuantikzOptions = {}): string {
  checkNoMore('quantikz', more);
  if (!(columns === Infinity || (Number.isInteger(columns) && columns >= 1)))
    throw new Error(`quantikz was given columns ${columns}. An environment has a whole number from 1, or Infinity.`);
  const { qubits } = circuit;
  const rest = layout(circuit).slice(circuit.initial ? 1 : 0);
  return folded(rest, () => 1, columns)
    .map((block, k) =>
      environment([k > 0 ? goneOn(qubits) : begun(circuit), ...block.map((one) => cells(qubits, one)), wires(qubits)]),
    )
    .join('\n\n');
}

/** Columns of cells, one for each qubit, as rows. */
function environment(columns: readonly (readonly string[])[]): string {
  const rows = columns[0].map((_, qubit) => `  ${columns.map((column) => column[qubit]).join(' & ')}`);
  return `\\begin{quantikz}\n${rows.join(' \\\\\n')}\n\\end{quantikz}`;
}

function begun({ qubits, initial }: Circuit): readonly string[] {
  if (!initial) return new Array<string>(qubits).fill('\\lstick{\\ket{0}}');
  const stick = `\\lstick${spanning(qubits)}{\\ket{\\psi(x)}}`;
  return [stick, ...new Array<string>(qubits - 1).fill('')];
}

const goneOn = (qubits: number) => new Array<string>(qubits).fill('\\lstick{$\\cdots$}');

const wires = (qubits: number) => new Array<string>(qubits).fill('\\qw');

/** The cells of a column: commands where an item stands, and a wire elsewhere. */
function cells(qubits: number, column: Column): readonly string[] {
  const all = [...wires(qubits)];
  for (const item of column) {
    if (item.kind !== 'op') continue;
    for (const stop of stopsOf(item)) {
      all[stop.first] = stop.control ? control(stop) : target(item, stop);
      for (let qubit = stop.first + 1; qubit <= stop.last; qubit++) all[qubit] = input(item, stop, qubit);
    }
  }
  return all;
}

/** A control, or a box of targets, and the rows to where it draws a line. */
interface Stop extends Run {
  readonly control: boolean;
  readonly down?: number;
  readonly up?: number;
}

/** What the line of an item joins, top to bottom. Of each two, one draws the line: the upper if it has a command for it. */
function stopsOf(item: Placed): readonly Stop[] {
  const stops = [
    ...item.controls.map((qubit) => ({ first: qubit, last: qubit, control: true })),
    ...item.boxes.map((run) => ({ ...run, control: false })),
  ].sort((one, other) => one.first - other.first);
  const drawsDown = (k: number) => stops[k].control || (isJoined(item) && !stops[k + 1].control);
  return stops.map((stop, k) => ({
    ...stop,
    ...(k + 1 < stops.length && drawsDown(k) ? { down: stops[k + 1].first - stop.last } : {}),
    ...(k > 0 && !drawsDown(k - 1) ? { up: stop.first - stops[k - 1].last } : {}),
  }));
}

const isJoined = ({ mark }: Placed) => MARKS.get(mark)?.joined !== undefined;

function control({ down, up }: Stop): string {
  if (down === undefined) return up === undefined ? '\\control{}' : `\\ctrl{${-up}}`;
  return `\\ctrl{${down}}${line(up)}`;
}

function target(item: Placed, { first, last, down, up }: Stop): string {
  const mark = MARKS.get(item.mark);
  if (mark) return (down !== undefined && mark.joined ? mark.joined(down) : mark.latex) + line(up);
  const box = { first, last };
  const place = item.ordered && first === last ? item.targets.indexOf(first) : undefined;
  const label = item.mark === undefined ? latexLabel(item.label, place) : upright(item.mark);
  return `\\gate${spanning(last - first + 1)}${width(item, box)}{${label}}${input(item, box, first)}${line(up)}`;
}

/** On a row of a box, which of the gate's qubits it is. */
const input = (item: Placed, box: Run, qubit: number) =>
  hasInputs(item, box) ? `\\gateinput{$${item.targets.indexOf(qubit)}$}` : '';

/** Room for the inputs, of which a box takes no account by itself: a quarter of a centimetre for a letter of the label. */
const width = (item: Placed, box: Run) =>
  hasInputs(item, box) ? `[${(1 + 0.25 * spelled(item.label).length).toFixed(1)}cm]` : '';

const hasInputs = ({ ordered }: Placed, { first, last }: Run) => ordered && first < last;

const line = (up: number | undefined) => (up === undefined ? '' : `\\vqw{${-up}}`);

const spanning = (rows: number) => (rows === 1 ? '' : `[wires=${rows}]`);
