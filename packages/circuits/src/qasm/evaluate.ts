import { counted } from '../counted.ts';
import { wrong } from './cursor.ts';
import type { Expression, Link } from './syntax.ts';
import type { Token } from './tokens.ts';
import { added, allFinite, isNumber, multiplied, negative, number, type Value } from './value.ts';

/** What names stand for in an expression. */
export interface Names {
  readonly version: 2 | 3;
  readonly value: (name: string, at: Token) => Value;
  readonly element: (name: string, index: number, at: Token) => Value;
  /** Counts steps of work, and throws where a text would take more than can be waited for. */
  readonly spend: (steps: number, at: Token) => void;
}

/** The value of an expression where names have these values. */
export function evaluate(expression: Expression, names: Names): Value {
  names.spend(1, expression.at);
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'name':
      return names.value(expression.name, expression.at);
    case 'element':
      return names.element(expression.name, wholeNumber(expression.index, names), expression.at);
    case 'negative':
      return negative(evaluate(expression.operand, names));
    case 'chain':
      return expression.rest.reduce((left, link) => operated(left, link, names), evaluate(expression.first, names));
    case 'call':
      return called(
        expression.name,
        expression.given.map((one) => evaluate(one, names)),
        expression.at,
      );
  }
}

/** A number that is known when the text is read. */
export function plainNumber(expression: Expression, names: Names): number {
  const value = evaluate(expression, names);
  if (!isNumber(value)) throw wrong(expression.at, 'Expected a number, but this depends on an input.');
  return value.constant;
}

/** A whole number that is known when the text is read. */
export function wholeNumber(expression: Expression, names: Names): number {
  const value = plainNumber(expression, names);
  if (!Number.isSafeInteger(value)) throw wrong(expression.at, `Expected a whole number, but this is ${value}.`);
  return value;
}

function operated(left: Value, { operand, at }: Link, names: Names): Value {
  const right = evaluate(operand, names);
  names.spend(2 * (left.terms.length + right.terms.length), at);
  const result = OPERATIONS[at.text](left, right, at, names.version);
  if (!allFinite(result))
    throw wrong(
      at,
      isNumber(left) && isNumber(right)
        ? `${left.constant} ${at.text} ${right.constant} is not a finite number.`
        : 'What an input is multiplied by is not a finite number here.',
    );
  return result;
}

const OPERATIONS: Readonly<Record<string, (a: Value, b: Value, at: Token, version: 2 | 3) => Value>> = {
  '+': (a, b, at) => angle(at, () => added(a, b)),
  '-': (a, b, at) => angle(at, () => added(a, negative(b))),
  '*': (a, b, at) => angle(at, () => multiplied(a, b)),
  '/': (a, b, at, version) => {
    numeric(at, '/ divides by', b);
    if (b.constant === 0) throw wrong(at, 'This divides by 0.');
    const result = multiplied(a, number(1 / b.constant));
    if (!isNumber(a)) return result;
    const quotient = a.constant / b.constant;
    const whole = a.whole && b.whole;
    if (whole && version === 3 && !Number.isInteger(quotient))
      throw wrong(
        at,
        `${a.constant}/${b.constant} divides whole numbers, of which OpenQASM 3 drops the fraction. Write ${a.constant}.0/${b.constant}.`,
      );
    return number(quotient, whole && Number.isInteger(quotient));
  },
  '%': (a, b, at) => {
    numeric(at, '% takes', a, b);
    return number(a.constant % b.constant, a.whole && b.whole);
  },
  '**': power,
  '^': power,
};

function power(a: Value, b: Value, at: Token): Value {
  numeric(at, `${at.text} takes`, a, b);
  return number(a.constant ** b.constant, a.whole && b.whole && b.constant >= 0);
}

/** Functions of one number, the casts among them. */
const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  exp: Math.exp,
  ln: Math.log,
  log: Math.log,
  sqrt: Math.sqrt,
  floor: Math.floor,
  ceiling: Math.ceil,
  int: Math.trunc,
  uint: Math.trunc,
};

const CASTS = new Set(['float', 'angle']);

const TWO: Readonly<Record<string, (x: number, y: number) => number>> = {
  mod: (x, y) => x % y,
  pow: (x, y) => x ** y,
};

/** A sum or a product, which may be no angle. */
function angle(at: Token, compute: () => Value): Value {
  try {
    return compute();
  } catch (error) {
    throw wrong(at, (error as Error).message);
  }
}

function called(name: string, given: readonly Value[], at: Token): Value {
  const [x, y] = given;
  checkCall(name, given.length, at);
  // A sum of inputs may be cast to what it is.
  if (CASTS.has(name)) return { ...x, whole: false };
  numeric(at, `${name} takes`, ...given);
  const value = y ? TWO[name](x.constant, y.constant) : FUNCTIONS[name](x.constant);
  if (!Number.isFinite(value))
    throw wrong(at, `${name} of ${given.map(({ constant }) => constant).join(' and ')} is not a finite number.`);
  return number(value, /^(u?int|floor|ceiling)$/.test(name));
}

/** Throws if there is no function of that name that takes so many numbers. */
export function checkCall(name: string, given: number, at: Token): void {
  const two = Object.hasOwn(TWO, name);
  if (!two && !Object.hasOwn(FUNCTIONS, name) && !CASTS.has(name))
    throw wrong(
      at,
      `There is no function ${name}. There are ${Object.keys({ ...FUNCTIONS, ...TWO }).join(', ')}, float and angle.`,
    );
  const takes = two ? 2 : 1;
  if (given !== takes) throw wrong(at, `${name} takes ${counted(takes, 'number')}, but was given ${given}.`);
}

/** Inputs are only added, and multiplied: an angle is linear in them. */
function numeric(at: Token, who: string, ...values: readonly Value[]): void {
  if (!values.every(isNumber))
    throw wrong(
      at,
      `${who} a number, but was given an input. An angle is linear in one feature, one weight, or their product; compute anything else before the circuit.`,
    );
}
