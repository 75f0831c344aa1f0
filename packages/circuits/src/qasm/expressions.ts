import { type Cursor, listed, unexpected, wrong } from './cursor.ts';
import type { Expression } from './syntax.ts';
import type { Token } from './tokens.ts';
import { number } from './value.ts';

/** Reads sums of products of powers. */
export const expression = (from: Cursor): Expression => from.within(() => chain(from, ['+', '-'], product));

const product = (from: Cursor): Expression => chain(from, from.version === 2 ? ['*', '/'] : ['*', '/', '%'], signed);

function chain(from: Cursor, operators: readonly string[], operand: (from: Cursor) => Expression): Expression {
  const first = operand(from);
  const rest = [];
  while (operators.some(from.sees)) rest.push({ at: from.next(), operand: operand(from) });
  return rest.length === 0 ? first : { kind: 'chain', first, rest, at: first.at };
}

/** A minus sign binds less than a power: −2² is −4. */
function signed(from: Cursor): Expression {
  if (from.takes('+')) return from.within(() => signed(from));
  if (!from.sees('-')) return power(from);
  return { kind: 'negative', at: from.next(), operand: from.within(() => signed(from)) };
}

function power(from: Cursor): Expression {
  const base = atom(from);
  if (!from.sees(from.version === 2 ? '^' : '**')) return base;
  const at = from.next();
  return { kind: 'chain', first: base, rest: [{ at, operand: from.within(() => signed(from)) }], at: base.at };
}

function atom(from: Cursor): Expression {
  const at = from.peek();
  if (from.takes('(')) {
    const inner = expression(from);
    from.expect(')');
    return inner;
  }
  if (at.kind === 'number') return literal(from);
  if (at.kind !== 'name') throw unexpected(at, 'a number, a name or a bracket');
  from.next();
  if (from.sees('(')) return { kind: 'call', name: at.text, given: given(from), at };
  // A type's width, as in float[64](x).
  if (CASTS.has(at.text) && from.sees('[')) {
    index(from);
    return { kind: 'call', name: at.text, given: given(from), at };
  }
  return from.sees('[')
    ? { kind: 'element', name: at.text, index: index(from), at }
    : { kind: 'name', name: at.text, at };
}

const CASTS = new Set(['int', 'uint', 'float', 'angle']);

/** The expressions in brackets, perhaps none. */
export function given(from: Cursor): readonly Expression[] {
  from.expect('(');
  const items = from.sees(')') ? [] : listed(from, () => expression(from));
  from.expect(')');
  return items;
}

/** The one expression in square brackets. */
export function index(from: Cursor): Expression {
  from.expect('[');
  const inner = expression(from);
  from.expect(']');
  return inner;
}

function literal(from: Cursor): Expression {
  const at = from.next();
  const unit = from.peek();
  if (unit.kind === 'name' && follows(at, unit))
    throw wrong(
      unit,
      UNITS.has(unit.text)
        ? `Timing is not supported, but ${at.text}${unit.text} is a duration.`
        : `Expected an operator after ${at.text}, but found "${unit.text}".`,
    );
  const text = at.text.replaceAll('_', '');
  const value = Number(text);
  if (!Number.isFinite(value)) throw wrong(at, `The number ${at.text} is larger than any that can be computed with.`);
  const whole = !/[.]|^\d+[eE]/.test(text) && Number.isSafeInteger(value);
  return { kind: 'value', value: number(value, whole), at };
}

const UNITS = new Set(['ns', 'us', 'µs', 'μs', 'ms', 's', 'dt']);

const follows = (one: Token, other: Token) => one.line === other.line && one.column + one.text.length === other.column;
