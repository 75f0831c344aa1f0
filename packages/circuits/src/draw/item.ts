import { formula, type Piece } from './formula.ts';
import { type Label, spelled } from './label.ts';
import type { Item, Placed, Run } from './layout.ts';
import { MARKS } from './marks.ts';
import { type Glyphs, lengthOf, typeset } from './typeset.ts';
import { escaped } from './xml.ts';

/** A box on one qubit in pixels: its height, and the width that it has at least. */
export const BOX = 38;

const PADDING = 7;
const NAME = 15;
const ANGLE = 12;
/** The place of a qubit in its gate, and the room on both sides of the label where there is one. */
const PLACE = { size: 10, room: 10 };

/** The width of an item in pixels. */
export function lengthOfItem(item: Item): number {
  const mark = markOf(item);
  if (mark) return mark.size;
  const text = Math.max(...linesOf(item).map(({ line, size }) => lengthOf(line, size)));
  const room = item.kind === 'op' && item.ordered ? PLACE.room : 0;
  return Math.max(BOX, 2 * Math.ceil(text / 2 + PADDING + room));
}

/** The runs of qubits on which an item has a box, so that there is no wire. */
export function boxesOf(item: Item): readonly Run[] {
  if (item.kind === 'start') return [item];
  return markOf(item) ? [] : item.boxes;
}

const markOf = (item: Item) => (item.kind === 'op' ? MARKS.get(item.mark) : undefined);

/** An item as SVG, its middle at x, and qubit q at y(q). */
export function drawnItem(item: Item, x: number, y: (qubit: number) => number): string {
  if (item.kind === 'start') return group('start', 'ψ(x)', [box(item, item, x, y)]);
  const controls = item.controls.map((qubit) => `<circle class="hqnn-control" cx="${x}" cy="${y(qubit)}" r="4.5"/>`);
  return group('op', spelled(item.label), [line(item, x, y), ...controls, ...targets(item, x, y)]);
}

function group(kind: string, text: string, shapes: readonly string[]): string {
  return `<g class="hqnn-${kind}" data-label="${escaped(text)}">${shapes.join('')}</g>`;
}

function targets(item: Placed, x: number, y: (qubit: number) => number): readonly string[] {
  const mark = markOf(item);
  if (mark) return item.boxes.map(({ first }) => mark.drawn(x, y(first)));
  return item.boxes.map((run) => box(item, run, x, y) + (item.ordered ? places(item, run, x, y) : ''));
}

/** The line that joins controls and targets, without what is inside of boxes. */
function line(item: Placed, x: number, y: (qubit: number) => number): string {
  const half = boxesOf(item).length > 0 ? BOX / 2 : 0;
  const stops = [
    ...item.controls.map((qubit) => ({ top: y(qubit), bottom: y(qubit) })),
    ...item.boxes.map(({ first, last }) => ({ top: y(first) - half, bottom: y(last) + half })),
  ].sort((one, other) => one.top - other.top);
  const parts = stops.slice(1).map(({ top }, k) => `M${x} ${stops[k].bottom}V${top}`);
  return parts.length > 0 ? `<path d="${parts.join('')}" stroke="currentColor" fill="none"/>` : '';
}

function box(item: Item, { first, last }: Run, x: number, y: (qubit: number) => number): string {
  const width = lengthOfItem(item);
  const [top, middle] = [y(first) - BOX / 2, (y(first) + y(last)) / 2];
  const rect = `<rect x="${x - width / 2}" y="${top}" width="${width}" height="${y(last) - y(first) + BOX}" rx="3" stroke="currentColor" fill-opacity="0.06"/>`;
  const lines = linesOf(item);
  const baselines = lines.length > 1 ? [-4, 13] : [5];
  return rect + lines.map(({ line, size }, k) => typeset(line, x, middle + baselines[k], size)).join('');
}

/** On each qubit of a box, which of the gate's qubits it is. */
function places(item: Placed, { first, last }: Run, x: number, y: (qubit: number) => number): string {
  const left = x - lengthOfItem(item) / 2 + PLACE.room - 2;
  return item.targets
    .map((qubit, k) =>
      first <= qubit && qubit <= last ? typeset([{ text: `${k}` }], left, y(qubit) + 4, PLACE.size) : '',
    )
    .join('');
}

interface Line {
  readonly line: readonly Glyphs[];
  readonly size: number;
}

/** What stands in a box: a name, and the angle below it; or the mark, where it is a text of no form of its own. */
function linesOf(item: Item): readonly Line[] {
  if (item.kind === 'start') return [{ line: START, size: NAME }];
  if (item.mark) return [{ line: [{ text: item.mark }], size: NAME }];
  const { angle } = item.label;
  const name = { line: nameOf(item.label), size: NAME };
  return angle === undefined ? [name] : [name, { line: formula(angle).flatMap(glyphs), size: ANGLE }];
}

const START: readonly Glyphs[] = [
  { text: 'ψ', italic: true },
  { text: '(' },
  { text: 'x', italic: true },
  { text: ')' },
];

function nameOf({ name, axis, dagger }: Label): readonly Glyphs[] {
  return [
    { text: name },
    ...(axis === undefined ? [] : [{ text: axis, script: 'sub' } as const]),
    ...(dagger ? [{ text: '†', script: 'super' } as const] : []),
  ];
}

function glyphs(piece: Piece): readonly Glyphs[] {
  if ('symbol' in piece)
    return [
      { text: piece.symbol, italic: true },
      { text: piece.index, script: 'sub' },
    ];
  return 'power' in piece ? [{ text: '·10' }, { text: piece.power, script: 'super' }] : [{ text: piece.text }];
}
