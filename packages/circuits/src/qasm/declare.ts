import { MOST_QUBITS } from '@hqnn/sim';
import { wrong } from './cursor.ts';
import { type Draft, surroundings, total } from './draft.ts';
import { evaluate, type Names, wholeNumber } from './evaluate.ts';
import { defined } from './gate-function.ts';
import { inputAt, inputNamed, type Scope } from './names.ts';
import { MOST, placesOf } from './registers.ts';
import type { Expression, Statement, StatementOf } from './syntax.ts';
import { tableForm } from './table-form.ts';
import { number } from './value.ts';

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
  qubits: (statement, here, draft) => register(statement, MOST_QUBITS, here, draft),
  bits: (statement, here, draft) => register(statement, MOST, here, draft),
  constant: ({ name, whole, value, at }, here, draft) => {
    const names = surroundings(draft, here);
    const constant = whole ? number(wholeNumber(value, names), true) : { ...evaluate(value, names), whole };
    here.declare(name, { kind: 'value', value: constant }, at);
  },
  list: ({ name, values, at }, here, draft) => {
    const names = surroundings(draft, here);
    const entries = values.map((one) => ({ ...evaluate(one, names), whole: false }));
    here.declare(name, { kind: 'list', values: entries }, at);
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
    here.declare(name, size ? { kind: 'list', values } : { kind: 'value', value: values[0] }, at);
  },
  alias: ({ name, operands, at }, here, draft) => {
    const parts = operands.map((operand) => placesOf('qubits', operand, here, surroundings(draft, here)));
    const single = parts.length === 1 && parts[0].single;
    here.declare(name, { kind: 'qubits', places: parts.flatMap(({ places }) => places), single }, at);
  },
};

function register({ kind, name, size, at }: StatementOf<'qubits' | 'bits'>, most: number, here: Scope, draft: Draft) {
  const length = size ? wholeNumber(size, surroundings(draft, here)) : 1;
  const start = total(draft[kind]);
  if (length < 1) throw wrong(at, `The register ${name} has ${length} entries. It has one or more.`);
  if (start + length > most) throw wrong(at, `With ${name} there are ${start + length} ${kind}. There may be ${most}.`);
  draft[kind].push({ name, start, length });
  here.declare(name, { kind, places: Array.from({ length }, (_, k) => start + k), single: !size }, at);
}

function lengthOf(size: Expression, name: string, names: Names): number {
  const length = wholeNumber(size, names);
  if (length < 1 || length > MOST)
    throw wrong(size.at, `The array ${name} has ${length} entries. It has 1 to ${MOST}.`);
  return length;
}
