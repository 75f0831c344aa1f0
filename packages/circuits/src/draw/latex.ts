import { GREEK } from '../angle.ts';
import { formula, type Piece } from './formula.ts';
import type { Label } from './label.ts';

/** A label in the mathematics of LaTeX: R_{ZZ}(\theta_{0}), S^\dagger; with a place, as in R_{ZX,1}. */
export function latexLabel({ name, axis, dagger, angle }: Label, place?: number): string {
  const below = [...(axis === undefined ? [] : [axis]), ...(place === undefined ? [] : [place])].join(',');
  const raised = dagger ? '^\\dagger' : '';
  const given = angle === undefined ? '' : `(${formula(angle).map(set).join('')})`;
  return upright(name) + (below === '' ? '' : `_${braced(below)}`) + raised + given;
}

/** Letters in math: one as a symbol, several as a word. */
export const upright = (text: string) => (text.length === 1 ? escaped(text) : `\\mathrm{${escaped(text)}}`);

function set(piece: Piece): string {
  if ('symbol' in piece) return `${symbol(piece.symbol)}_{${piece.index}}`;
  if ('power' in piece) return ` \\cdot 10^{${piece.power.replace('−', '-')}}`;
  return piece.text.replaceAll('−', '-').replaceAll('·', ' \\cdot ');
}

function symbol(text: string): string {
  const greek = Object.keys(GREEK).find((name) => GREEK[name] === text);
  if (greek) return `\\${greek}`;
  return text.length === 1 ? escaped(text) : `\\mathit{${escaped(text)}}`;
}

const braced = (text: string) => (text.length === 1 ? text : `{${text}}`);

const escaped = (text: string) => text.replace(/[\\{}$&#^_~%]/g, (character) => SPECIAL[character] ?? `\\${character}`);

const SPECIAL: Readonly<Record<string, string>> = { '\\': '\\backslash ', '^': '\\hat{}', '~': '\\sim ' };
