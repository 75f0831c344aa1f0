import { MOST_QUBITS } from '@hqnn/sim';
import { wrong } from './cursor.ts';
import { type Draft, surroundings, total } from './draft.ts';
import { evaluate, type Names, wholeNumber } from './evaluate.ts';
import { defined } from './gate-function.ts';
import { inputAt, inputNamed } from './input.ts';
import type { Scope } from './names.ts';
import { checkDistinct, MOST, placesOf } from './registers.ts';
import type { Expression, NumberType, Statement, StatementOf } from './syntax.ts';
import { tableForm } from './table-form.ts';
import { number, type Value } from './value.ts';

/** How a statement of this kind is carried out, where these names are known. */
export type CarryOut<Kind extends Statement['kind']> = (
  statement: StatementOf<Kind>,
  here: Scope,
  draft: Draft,
) => void;

type Declaring = 'gate' | 'opaque' | 'qubits' | 'bits' | 'constant' | 'list' | 'input' | 'alias';

/** What gives a name its meaning. */
export const DECLARE: { readonly [Kind in Declaring]: CarryOut<Kind> } = {
  gate: (statement, here, draft) => {
    const gate = tableForm(defined(statement, surroundings(draft, here)));
    here.declare(statement.name, { kind: 'gate', gate }, statement.at);
  },
  opaque: ({ name, at }, here) => here.declare(name, { kind: 'opaque' }, at),
  qubits: (statement, here, draft) => {
    if (draft.qubits[0]?.name.startsWith('$'))
      throw wrong(statement.at, 'Qubits of a device, as $0, stand in place of declared qubits, not beside them.');
    register(statement, MOST_QUBITS, here, draft);
  },
  bits: (statement, here, draft) => {
    const length = register(statement, MOST, here, draft);
    const { zeros } = statement;
    if (zeros && zeros.text.length !== length)
      throw wrong(zeros, `${statement.name} has ${length} bits, but is given ${zeros.text.length}.`);
  },
  constant: ({ name, type, value, at }, here, draft) =>
    here.declare(name, { kind: 'value', value: typed(type, value, surroundings(draft, here)) }, at),
  list: ({ name, type, size, values, at }, here, draft) => {
    const names = surroundings(draft, here);
    const length = lengthOf(size, name, names);
    if (values.length !== length)
      throw wrong(at, `The array ${name} has ${length} entries, but is given ${values.length}.`);
    here.declare(name, { kind: 'list', values: values.map((one) => typed(type, one, names)) }, at);
  },
  input: ({ name, size, at }, here, draft) => {
    const values = size
      ? Array.from({ length: lengthOf(size, name, surroundings(draft, here)) }, (_, k) => inputAt(name, k, at))
      : [inputNamed(name, at)];
    for (const { terms } of values) {
      const key = JSON.stringify(terms);
      if (draft.inputs.has(key))
        throw wrong(at, `Two inputs are one weight, ${name} the second. Give it another name.`);
      draft.inputs.add(key);
    }
    if (draft.inputs.size > MOST) throw wrong(at, `The text has more than ${MOST} inputs. Nothing longer is read.`);
    here.declare(name, size ? { kind: 'list', values } : { kind: 'value', value: values[0] }, at);
  },
  alias: ({ name, operands, at }, here, draft) => {
    const bits = operands.find((operand) => here.find(operand.name)?.kind === 'bits');
    if (bits) throw wrong(bits.at, `Names for bits are not supported: write ${bits.name} itself in place of ${name}.`);
    const parts = operands.map((operand) => placesOf('qubits', operand, here, surroundings(draft, here)));
    const single = parts.length === 1 && parts[0].single;
    const places = parts.flatMap((part) => part.places);
    checkDistinct(places, name, at);
    here.declare(name, { kind: 'qubits', places, single }, at);
  },
};

/** Declares a register, which takes the next places, and returns its length. */
function register(
  { kind, name, size, at }: StatementOf<'qubits' | 'bits'>,
  most: number,
  here: Scope,
  draft: Draft,
): number {
  const length = size ? wholeNumber(size, surroundings(draft, here)) : 1;
  const start = total(draft[kind]);
  if (length < 1) throw wrong(at, `The register ${name} has ${length} entries. It has one or more.`);
  if (start + length > most) throw wrong(at, `With ${name} there are ${start + length} ${kind}. There may be ${most}.`);
  draft[kind].push({ name, start, length });
  here.declare(name, { kind, places: Array.from({ length }, (_, k) => start + k), single: !size }, at);
  return length;
}

/** The value as a number of that type: a whole one that its bits can hold, or a real one. */
function typed({ type, width }: NumberType, value: Expression, names: Names): Value {
  if (type === 'float' || type === 'angle') return { ...evaluate(value, names), whole: false };
  const whole = wholeNumber(value, names);
  const bits = width ? wholeNumber(width, names) : Number.POSITIVE_INFINITY;
  const [least, most] = type === 'uint' ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
  if (whole < least || whole > most)
    throw wrong(
      value.at,
      `${type}${width ? `[${bits}]` : ''} does not have ${whole}. It goes from ${least} to ${most}.`,
    );
  return number(whole, true);
}

function lengthOf(size: Expression, name: string, names: Names): number {
  const length = wholeNumber(size, names);
  if (length < 1 || length > MOST)
    throw wrong(size.at, `The array ${name} has ${length} entries. It has 1 to ${MOST}.`);
  return length;
}
