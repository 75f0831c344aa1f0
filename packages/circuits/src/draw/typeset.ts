import { escaped } from './xml.ts';

/** Characters of one kind on a line. */
export interface Glyphs {
  readonly text: string;
  readonly italic?: boolean;
  readonly script?: 'sub' | 'super';
}

/** A line of text whose middle is at x, its baseline at y. Scripts are moved by dy, which every browser knows. */
export function typeset(line: readonly Glyphs[], x: number, y: number, size: number): string {
  let height = 0;
  const spans = line.map(({ text, italic = false, script }) => {
    const to = script === undefined ? 0 : Math.round(HEIGHT[script] * size);
    const attributes = [
      ...(to === height ? [] : [` dy="${to - height}"`]),
      ...(script === undefined ? [] : [` font-size="${scriptSize(size)}"`]),
      ...(italic ? [' font-style="italic"'] : []),
    ].join('');
    height = to;
    return attributes === '' ? escaped(text) : `<tspan${attributes}>${escaped(text)}</tspan>`;
  });
  return `<text x="${x}" y="${y}" font-size="${size}">${spans.join('')}</text>`;
}

/** No less than the width of a line in pixels, in any common font. */
export function lengthOf(line: readonly Glyphs[], size: number): number {
  return line.reduce((sum, { text, script }) => sum + emsOf(text) * (script ? scriptSize(size) : size), 0);
}

const HEIGHT = { sub: 0.25, super: -0.35 };

const scriptSize = (size: number) => Math.round(0.75 * size);

const emsOf = (text: string) => [...text].reduce((sum, character) => sum + emOf(character), 0);

/** A little more than in Times, and about as much as in DejaVu Serif, which is the widest that a page may fall back to. */
function emOf(character: string): number {
  if (/[.,:;·'|()[\] ijl]/.test(character)) return 0.38;
  if (/[a-z0-9]/.test(character)) return /[mw]/.test(character) ? 0.9 : 0.62;
  if (/[A-Z]/.test(character)) return /[MW]/.test(character) ? 1.02 : 0.78;
  return /[\u{20}-\u{2fff}]/u.test(character) ? 0.72 : 1.2;
}
