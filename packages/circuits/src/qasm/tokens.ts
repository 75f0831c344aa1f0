import { type Place, QasmError } from './qasm-error.ts';

/** A word of the text, and where it stands. */
export interface Token extends Place {
  readonly kind: 'name' | 'device' | 'number' | 'text' | 'sign' | 'end';
  /** As written; a text without its quotes. */
  readonly text: string;
  readonly file: string;
}

const PATTERNS = {
  space: /[\s\uFEFF]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//uy,
  name: /[\p{L}_][\p{L}\p{N}_]*/uy,
  device: /\$\d+/y,
  number:
    /0[xX][\da-fA-F][\da-fA-F_]*|0[bB][01][01_]*|0[oO][0-7][0-7_]*|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?/y,
  text: /"[^"\r\n]*"|'[^'\r\n]*'/y,
  sign: /(?!\/\*)(?:->|\+\+|\*\*|==|!=|<=|>=|&&|\|\||<<|>>|[-+*/%^&|~]=|[[\]{}(),;:=+\-*/%^&|~!<>@.])/y,
} as const;

/** The words of an OpenQASM text, without space, comments and pragmas, and an end after the last. */
export function tokens(text: string, file: string, version?: 2 | 3): readonly Token[] {
  const found: Token[] = [];
  const starts = lineStarts(text);
  let [at, line] = [0, 0];
  const place = (): Place => {
    while (line + 1 < starts.length && starts[line + 1] <= at) line++;
    return { line: line + 1, column: at - starts[line] + 1 };
  };
  while (at < text.length) {
    const pragma = pragmaAt(text, at, found, place(), version ?? versionIn(found));
    if (pragma !== undefined) {
      if (ACTS.test(pragma))
        throw new QasmError(
          file,
          place(),
          `The pragma "${pragma.slice(0, 60)}" acts on qubits, which is not supported.`,
        );
      at += pragma.length;
      continue;
    }
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

/** The line of a pragma, which stands where a statement may. In OpenQASM 2, pragma without # is a name. */
function pragmaAt(text: string, at: number, found: readonly Token[], { line }: Place, version: 2 | 3) {
  PRAGMA.lastIndex = at;
  const pragma = PRAGMA.exec(text)?.[0];
  const last = found[found.length - 1];
  const mayBegin = !last || last.line < line || /^[;{}]$/.test(last.text);
  return pragma && mayBegin && (version === 3 || pragma.startsWith('#')) ? pragma : undefined;
}

const PRAGMA = /#?pragma(?![\p{L}\p{N}_])[^\r\n]*/uy;

/** The pragmas of Amazon Braket that are gates and channels. */
const ACTS = /^#?pragma\s+braket\s+(unitary|noise)\b/;

/** The version that a text states before everything else. */
const versionIn = ([word, number]: readonly Token[]) =>
  word?.text === 'OPENQASM' && number?.text.startsWith('2') ? 2 : 3;

type Kind = keyof typeof PATTERNS;

const KINDS = Object.keys(PATTERNS) as readonly Kind[];

function matched(text: string, at: number): readonly [kind: Kind, match: string | undefined] {
  for (const kind of KINDS) {
    const pattern = PATTERNS[kind];
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    if (match) return [kind, match];
  }
  return ['space', undefined];
}

const lineStarts = (text: string) => [
  0,
  ...[...text.matchAll(/\r\n?|\n/g)].map(({ index, 0: { length } }) => index + length),
];

const shown = (text: string, at: number) => JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
