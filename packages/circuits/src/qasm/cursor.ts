import { KEYWORDS } from './keywords.ts';
import { QasmError } from './qasm-error.ts';
import type { Token } from './tokens.ts';

/** A reader of tokens, one after another. It alone knows where it stands. */
export interface Cursor {
  /** 2 or 3, of the OpenQASM that is read. */
  readonly version: 2 | 3;
  /** The next token, or the one after so many more. */
  readonly peek: (ahead?: number) => Token;
  readonly next: () => Token;
  /** Whether the next token is this sign or word. */
  readonly sees: (text: string) => boolean;
  /** Takes the next token if it is this sign or word. */
  readonly takes: (text: string) => boolean;
  /** Takes the next token, which must be this sign or word. */
  readonly expect: (text: string) => Token;
  /** Takes a name, which must be there and no keyword: what it is the name of goes into the error. */
  readonly name: (what: string) => Token;
  /** Goes one level deeper while `read` reads: no text may nest so deep that it fills the stack. */
  readonly within: <Read>(read: () => Read) => Read;
}

/** As deep as brackets and blocks may nest. */
const DEEPEST = 100;

export function cursor(tokens: readonly Token[], version: 2 | 3): Cursor {
  const end = tokens[tokens.length - 1];
  let [at, depth] = [0, 0];
  const peek = (ahead = 0) => tokens[at + ahead] ?? end;
  const next = () => tokens[at++] ?? end;
  const sees = (text: string) => peek().text === text && (peek().kind === 'sign' || peek().kind === 'name');
  const takes = (text: string) => sees(text) && next() !== undefined;
  return {
    version,
    peek,
    next,
    sees,
    takes,
    expect: (text) => {
      if (!sees(text)) throw unexpected(peek(), text);
      return next();
    },
    name: (what) => {
      const { kind, text } = peek();
      if (kind !== 'name') throw unexpected(peek(), what);
      if (KEYWORDS[version].has(text))
        throw wrong(peek(), `Expected ${what}, but "${text}" is a word of OpenQASM ${version} itself.`);
      return next();
    },
    within: (read) => {
      if (++depth > DEEPEST) throw wrong(peek(), `This is nested more than ${DEEPEST} deep. Name a part of it.`);
      const result = read();
      depth--;
      return result;
    },
  };
}

/** The error at a token. */
export const wrong = (at: Token, message: string) => new QasmError(at.file, at, message);

/** The error where something else was expected. */
export const unexpected = (at: Token, expected: string) =>
  wrong(
    at,
    `Expected ${/^\W+$/.test(expected) ? `"${expected}"` : expected}, but found ${at.kind === 'end' ? at.text : `"${at.text}"`}.`,
  );

/** The items between commas, at least one. A comma may stand after the last. */
export function listed<Item>(from: Cursor, item: () => Item): readonly Item[] {
  const items = [item()];
  while (from.takes(',') && !CLOSING.some(from.sees)) items.push(item());
  return items;
}

const CLOSING = [')', '}', '{', ';'];
