import { type Angle, written } from '../angle.ts';

/** A piece of a formula: a symbol with its index, a power of ten, or numbers, signs and dots as they are. */
export type Piece =
  | { readonly symbol: string; readonly index: string }
  | { readonly power: string }
  | { readonly text: string };

/** The angle as it is written, in pieces that a drawing may set in type: θ and its index 3, then +0.5. */
export function formula(angle: Angle): readonly Piece[] {
  const text = written(angle);
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(/(\p{L}[\p{L}\d_]*)([₀-₉]+)|e\+?([−-]?\d+)/gu)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    const [whole, symbol, index, power] = match;
    pieces.push(symbol ? { symbol, index: digits(index) } : { power: power.replace('-', '−') });
    end = match.index + whole.length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end) }] : pieces;
}

const digits = (subscripts: string) =>
  subscripts.replace(/[₀-₉]/g, (digit) => `${(digit.codePointAt(0) ?? 0) - 0x2080}`);
