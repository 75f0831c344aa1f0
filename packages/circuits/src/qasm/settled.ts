import { wrong } from './cursor.ts';
import { checkCall, evaluate, type Names } from './evaluate.ts';
import type { Expression } from './syntax.ts';

/** The expression in which all names but the open ones have the value that they have here and now. */
export function settled(expression: Expression, open: ReadonlySet<string>, names: Names): Expression {
  const inner = (one: Expression) => settled(one, open, names);
  const known = (one: Expression): Expression => ({ kind: 'value', value: evaluate(one, names), at: one.at });
  const { at } = expression;
  switch (expression.kind) {
    case 'value':
      return expression;
    case 'name':
      return open.has(expression.name) ? expression : known(expression);
    case 'element': {
      const { name } = expression;
      if (open.has(name)) throw wrong(at, `${name} is an angle of the gate, and no array of numbers.`);
      const index = inner(expression.index);
      if (!isValue(index)) throw wrong(index.at, 'An index is known where the gate is defined, but this is not.');
      return known({ ...expression, index });
    }
    case 'negative': {
      const operand = inner(expression.operand);
      const one = { ...expression, operand };
      return isValue(operand) ? known(one) : one;
    }
    case 'chain': {
      const first = inner(expression.first);
      const rest = expression.rest.map((link) => ({ ...link, operand: inner(link.operand) }));
      const one = { ...expression, first, rest };
      return [first, ...rest.map(({ operand }) => operand)].every(isValue) ? known(one) : one;
    }
    case 'call': {
      checkCall(expression.name, expression.given.length, at);
      const given = expression.given.map(inner);
      const one = { ...expression, given };
      return given.every(isValue) ? known(one) : one;
    }
  }
}

export const isValue = ({ kind }: Expression) => kind === 'value';
