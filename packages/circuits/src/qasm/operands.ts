import { type Cursor, listed, unexpected } from './cursor.ts';
import { expression, index } from './expressions.ts';
import type { Operand, Selection, Statement } from './syntax.ts';
import { refuse } from './unsupported.ts';

/** One register or more. */
export const operands = (from: Cursor) => listed(from, () => operand(from));

/** A register, some of it, or a qubit of a device, as $3. */
export function operand(from: Cursor): Operand {
  if (from.version === 3 && from.peek().kind === 'device') {
    const at = from.next();
    return { name: deviceName(at.text), selections: [], at };
  }
  refuse(from.peek(), from.version);
  const at = from.name('a register');
  if (from.version === 2) return { name: at.text, selections: from.sees('[') ? [place(from)] : [], at };
  const selections: Selection[] = [];
  while (from.sees('[')) selections.push(selection(from));
  return { name: at.text, selections, at };
}

/** $3, however many zeros are written before the 3. */
const deviceName = (text: string) => `$${Number(text.slice(1))}`;

/** [1], which is all that OpenQASM 2 has. */
function place(from: Cursor): Selection {
  if (from.peek(1).kind !== 'number') throw unexpected(from.peek(1), 'a whole number from 0');
  return { index: index(from) };
}

/** [1], [0:2], [0:2:6], [{0, 2}] or {0, 2} */
export function selection(from: Cursor): Selection {
  const bracketed = from.takes('[');
  if (from.takes('{')) {
    const list = listed(from, () => expression(from));
    from.expect('}');
    if (bracketed) from.expect(']');
    return { list };
  }
  const part = () => (from.sees(':') || from.sees(']') ? undefined : expression(from));
  const first = part();
  if (!from.takes(':')) {
    if (!first) throw unexpected(from.peek(), 'a place in the register');
    from.expect(']');
    return { index: first };
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
