import { type Cursor, listed, unexpected, wrong } from './cursor.ts';
import { expression } from './expressions.ts';
import type { Operand, Selection, Statement } from './syntax.ts';
import { refuse } from './unsupported.ts';

/** One register or more. */
export const operands = (from: Cursor) => listed(from, () => operand(from));

/** A register, or some of it. */
export function operand(from: Cursor): Operand {
  if (from.sees('$')) throw wrong(from.peek(), 'Qubits of a device, as $0, are not supported. Declare qubits.');
  const at = from.name('a register');
  refuse(at);
  const selections: Selection[] = [];
  while (from.sees('[')) selections.push(selection(from));
  return { name: at.text, selections, at };
}

/** [1], [0:2], [0:2:6], [{0, 2}] or {0, 2} */
export function selection(from: Cursor): Selection {
  const bracketed = from.takes('[');
  if (from.takes('{')) {
    const items = listed(from, () => expression(from));
    from.expect('}');
    if (bracketed) from.expect(']');
    return items;
  }
  const part = () => (from.sees(':') || from.sees(']') ? undefined : expression(from));
  const first = part();
  if (!from.takes(':')) {
    if (!first) throw unexpected(from.peek(), 'a place in the register');
    from.expect(']');
    return [first];
  }
  const second = part();
  const third = from.takes(':') ? { step: second, last: part() } : { last: second };
  from.expect(']');
  return {
    ...(first ? { first } : {}),
    ...(third.step ? { step: third.step } : {}),
    ...(third.last ? { last: third.last } : {}),
  };
}

/** A statement ends with a semicolon. */
export function end<Read extends Statement>(from: Cursor, read: Read): Read {
  from.expect(';');
  return read;
}
