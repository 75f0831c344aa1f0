import { type Place, QasmError } from './qasm-error.ts';

/** A word of the text, and where it stands. */
export interface Token extends Place {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  /** As written; a text without its quotes. */
  readonly text: string;
  readonly file: string;
}

const PATTERNS = {
  space: /[\s\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#?\bpragma\b[^\n]*/uy,
  name: /[\p{L}_][\p{L}\p{N}_]*/uy,
  number:
    /0[xX][\da-fA-F][\da-fA-F_]*|0[bB][01][01_]*|0[oO][0-7][0-7_]*|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?/y,
  text: /"[^"\n]*"|'[^'\n]*'/y,
  sign: /(?!\/\*)(?:->|\+\+|\*\*|==|!=|<=|>=|&&|\|\||<<|>>|[-+*/%^&|~]=|[[\]{}(),;:=+\-*/%^&|~!<>@$.])/y,
} as const;

/** The words of an OpenQASM text, without space, comments and pragmas, and an end after the last. */
export function tokens(text: string, file: string): readonly Token[] {
  const found: Token[] = [];
  const starts = lineStarts(text);
  let [at, line] = [0, 0];
  const place = (): Place => {
    while (line + 1 < starts.length && starts[line + 1] <= at) line++;
    return { line: line + 1, column: at - starts[line] + 1 };
  };
  while (at < text.length) {
    const [kind, match] = matched(text, at);
    if (!match) {
      const what = text.startsWith('/*', at)
        ? 'A comment begins here and has no end'
        : `The character ${shown(text, at)} has no meaning in OpenQASM`;
      throw new QasmError(file, place(), `${what}.`);
    }
    if (kind !== 'space') found.push({ kind, text: kind === 'text' ? match.slice(1, -1) : match, file, ...place() });
    at += match.length;
  }
  found.push({ kind: 'end', text: 'the end of the text', file, ...place() });
  return found;
}

type Kind = keyof typeof PATTERNS;

function matched(text: string, at: number): readonly [kind: Kind, match: string | undefined] {
  for (const kind of Object.keys(PATTERNS) as Kind[]) {
    const pattern = PATTERNS[kind];
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    if (match) return [kind, match];
  }
  return ['space', undefined];
}

const lineStarts = (text: string) => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];

const shown = (text: string, at: number) => JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
