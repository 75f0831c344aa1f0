import { checkNoMore } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import { described } from './described.ts';
import { checkWidth, folded } from './folded.ts';
import { type Column, layout } from './layout.ts';
import { heightOf, lengthOfColumn, lengthOfNames, system } from './system.ts';
import { escaped } from './xml.ts';

/** How a circuit is drawn as SVG. */
export interface SvgOptions {
  /** Pixels, 900 if absent; a column that is wider stands alone. Nothing is folded at Infinity. */
  readonly width?: number;
  /** What the picture is called where it is not seen. */
  readonly title?: string;
}

/**
 * The circuit as one <svg> that needs nothing else: to inline, for an <img>, or as a file. Its ink is the colour of the
 * text around it; as a file or an <img> black, or light where the reader prefers dark; black in print.
 */
export function svg(circuit: Circuit, { width = 900, title = 'Quantum circuit', ...more }: SvgOptions = {}): string {
  checkNoMore('svg', more);
  checkWidth('svg', width);
  const left = MARGIN + lengthOfNames(circuit.qubits);
  const systems = folded(layout(circuit), lengthOfColumn, width - left - MARGIN);
  const right = left + Math.max(EMPTY, ...systems.map(wide));
  const step = heightOf(circuit.qubits) + BETWEEN;
  const drawn = systems.map((columns, k) => {
    // Where the circuit goes on in another system, the wires go to the edge.
    const end = k < systems.length - 1 ? right : left + Math.max(EMPTY, wide(columns));
    return system(circuit.qubits, columns, { left, end, top: MARGIN + k * step });
  });
  const size = { width: right + MARGIN, height: 2 * MARGIN + systems.length * step - BETWEEN };
  return framed(drawn.join('\n'), size, title, described(circuit));
}

const MARGIN = 6;
const BETWEEN = 44;
const EMPTY = 40;

const wide = (columns: readonly Column[]) => columns.reduce((sum, column) => sum + lengthOfColumn(column), 0);

function framed(
  content: string,
  { width, height }: { readonly width: number; readonly height: number },
  title: string,
  description: string,
): string {
  const id = `hqnn-${hash(content + title + description)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" class="hqnn-circuit" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONTS}" text-anchor="middle" fill="currentColor" stroke-width="1.25">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-desc">${escaped(description)}</desc>`,
    // The drawing is :root only where it is no part of a page, whose own colour it would take there.
    `<style>#${id}:root { color-scheme: light dark } @media (prefers-color-scheme: dark) { #${id}:root { color: #e4e4e7 } } @media print { #${id}#${id} { color: #000 } }</style>`,
    content,
    '</svg>',
  ].join('\n');
}

const FONTS = "'STIX Two Text', Cambria, 'Times New Roman', Times, serif";

/** FNV-1a of UTF-16 units, in base 36: the same drawing has the same id, and another almost surely another. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193);
  return (value >>> 0).toString(36);
}
