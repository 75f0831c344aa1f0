import { type Cursor, unexpected, wrong } from './cursor.ts';
import { DECLARATIONS, numberType, signature } from './declarations.ts';
import { given } from './expressions.ts';
import { KEYWORDS } from './keywords.ts';
import { end, operand, operands, selection } from './operands.ts';
import type { Modifier, Statement } from './syntax.ts';
import type { Token } from './tokens.ts';
import { refuse } from './unsupported.ts';

/** Reads statements up to the end of the text, or of the block. */
export function statements(from: Cursor, until: '}' | 'end' = 'end'): readonly Statement[] {
  const found: Statement[] = [];
  while (until === 'end' ? from.peek().kind !== 'end' : !from.sees(until)) {
    if (from.version === 3 && from.sees('@')) skipLine(from);
    else if (!from.takes(';')) found.push(...statement(from));
  }
  return found;
}

/** Annotations are for others; they end with their line. */
function skipLine(from: Cursor): void {
  const { line } = from.peek();
  while (from.peek().kind !== 'end' && from.peek().line === line) from.next();
}

function statement(from: Cursor): readonly Statement[] {
  const at = from.peek();
  refuse(at, from.version);
  if (at.kind !== 'name') throw unexpected(at, 'a statement');
  const read = READERS[from.version].get(at.text);
  if (!read) return [from.version === 3 && assigns(from) ? assignment(from, at) : application(from, at)];
  from.next();
  return [read(from, at)].flat();
}

type Read = (from: Cursor, at: Token) => Statement;

/** What begins with a word of its own, and is no declaration. */
const COMMANDS: Readonly<Record<string, Read>> = {
  gate: (from, at) => ({ kind: 'gate', ...signature(from), body: block(from), at }),
  measure: (from, at) => {
    const qubits = operand(from);
    if (from.version === 2 && !from.sees('->')) throw unexpected(from.peek(), '->');
    const bits = from.takes('->') ? operand(from) : undefined;
    return end(from, { kind: 'measure', qubits, ...(bits ? { bits } : {}), at });
  },
  barrier: (from, at) => end(from, { kind: 'barrier', operands: from.sees(';') ? [] : operands(from), at }),
  reset: (from, at) => end(from, { kind: 'reset', operand: operand(from), at }),
  let: (from, at) => {
    const { text: name } = from.name('the name of the alias');
    from.expect('=');
    const parts = [operand(from)];
    while (from.takes('++')) parts.push(operand(from));
    return end(from, { kind: 'alias', name, operands: parts, at });
  },
  for: (from, at) => {
    numberType(from);
    const { text: name } = from.name('the name of what counts');
    from.expect('in');
    const over = from.sees('[') || from.sees('{') ? selection(from) : undefined;
    if (!over) throw unexpected(from.peek(), 'a range as [0:3], or a list as {0, 1, 3}');
    const body = from.sees('{') ? block(from) : from.within(() => statement(from));
    const global = body.find(({ kind }) => GLOBAL.has(kind));
    if (global) throw wrong(global.at, `"${global.at.text}" stands in a loop. It stands outside of all.`);
    return { kind: 'for', name, over, body, at };
  },
};

/** What there is but once, for the whole text. */
const GLOBAL: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  'include',
  'gate',
  'opaque',
  'qubits',
  'input',
]);

const ALL = Object.entries({ ...DECLARATIONS, ...COMMANDS });

const READERS = { 2: new Map(ALL.filter(([word]) => KEYWORDS[2].has(word))), 3: new Map(ALL) };

/** The statements in curly brackets. */
function block(from: Cursor): readonly Statement[] {
  from.expect('{');
  const body = from.within(() => statements(from, '}'));
  from.expect('}');
  return body;
}

/** Whether a name, perhaps with an index, is followed by an assignment. */
function assigns(from: Cursor): boolean {
  let ahead = 1;
  while (from.peek(ahead).text === '[') {
    while (from.peek(ahead).text !== ']' && from.peek(ahead).kind !== 'end') ahead++;
    ahead++;
  }
  return /^([-+*/%^&|~]|<<|>>)?=$/.test(from.peek(ahead).text);
}

/** The only assignment is that of measured qubits to bits. */
function assignment(from: Cursor, at: Token): Statement {
  const bits = operand(from);
  const sign = from.next();
  if (sign.text !== '=' || !from.sees('measure'))
    throw wrong(
      at,
      `Only a measurement is assigned, but ${bits.name} is given another value. Declare it const, or compute before.`,
    );
  from.next();
  return end(from, { kind: 'measure', qubits: operand(from), bits, at });
}

function application(from: Cursor, at: Token): Statement {
  const modifiers: Modifier[] = [];
  while (from.version === 3 && isModifier(from.peek().text)) {
    if (modifiers.length === MOST_MODIFIERS) throw wrong(at, `A gate has more than ${MOST_MODIFIERS} modifiers.`);
    modifiers.push(modifier(from));
  }
  refuse(from.peek(), from.version);
  const name = from.sees('gphase') ? from.next() : from.name('a gate');
  const angles = from.sees('(') ? given(from) : [];
  if (from.version === 2 && from.sees('@'))
    throw wrong(at, 'Modifiers, as ctrl @, are of OpenQASM 3. Begin the text with OPENQASM 3.0;');
  return end(from, {
    kind: 'apply',
    name: name.text,
    modifiers,
    angles,
    operands: from.sees(';') ? [] : operands(from),
    at: modifiers.length > 0 ? name : at,
  });
}

/** As many as a gate may have. */
const MOST_MODIFIERS = 100;

const isModifier = (text: string): text is Modifier['name'] => ['inv', 'pow', 'ctrl', 'negctrl'].includes(text);

function modifier(from: Cursor): Modifier {
  const at = from.next();
  const [argument, ...more] = at.text !== 'inv' && from.sees('(') ? given(from) : [];
  if (more.length > 0) throw wrong(at, `${at.text} takes one number, but was given ${1 + more.length}.`);
  from.expect('@');
  return { name: at.text as Modifier['name'], ...(argument ? { argument } : {}), at };
}
