import { type Cursor, listed, unexpected, wrong } from './cursor.ts';
import { expression, index } from './expressions.ts';
import { end, operand } from './operands.ts';
import type { Expression, NumberType, Statement } from './syntax.ts';
import type { Token } from './tokens.ts';

type Read = (from: Cursor, at: Token) => Statement | readonly Statement[];

/** What begins with the word of a kind or a type, and gives something a name. */
export const DECLARATIONS: Readonly<Record<string, Read>> = {
  OPENQASM: (_, at) => {
    throw wrong(at, 'The version stands once, before everything else.');
  },
  include: (from, at) => {
    const file = from.next();
    if (file.kind !== 'text') throw unexpected(file, 'the name of a file in quotes');
    return end(from, { kind: 'include', file: file.text, at });
  },
  opaque: (from, at) => end(from, { kind: 'opaque', name: signature(from).name, at }),
  qubit: (from, at) => end(from, { kind: 'qubits', ...sized(from), at }),
  qreg: (from, at) => end(from, { kind: 'qubits', ...named(from, 'the name of the register'), at }),
  bit: bits,
  creg: (from, at) => end(from, { kind: 'bits', ...named(from, 'the name of the register'), at }),
  output: (from, at) => {
    if (!from.takes('bit')) throw unexpected(from.peek(), 'bit: what a circuit gives out is what it measures');
    return bits(from, at);
  },
  const: (from) => constant(from, from.next()),
  int: constant,
  uint: constant,
  float: constant,
  angle: constant,
  bool: (_, at) => {
    throw wrong(at, 'Truth values are not supported: there is nothing in a circuit that they could decide.');
  },
  array: (from, at) => {
    const array = arrayType(from);
    const { text: name } = from.name('the name of the array');
    from.expect('=');
    from.expect('{');
    const values = from.sees('}') ? [] : listed(from, () => expression(from));
    from.expect('}');
    return end(from, { kind: 'list', name, ...array, values, at });
  },
  input: (from, at) => {
    const type = from.next();
    if (type.text === 'array') {
      const { type: entries, size } = arrayType(from);
      if (/int/.test(entries.type))
        throw unexpected(type, 'an array of float or angle: an input is a weight or a feature');
      return end(from, { kind: 'input', name: from.name('the name of the input').text, size, at });
    }
    if (type.text !== 'float' && type.text !== 'angle')
      throw unexpected(type, 'float, angle or an array of them: an input is a weight or a feature');
    if (from.sees('[')) index(from);
    return end(from, { kind: 'input', name: from.name('the name of the input').text, at });
  },
};

/** name(angles) qubits, of a gate that is defined. */
export function signature(from: Cursor) {
  const { text: name } = from.name('the name of the gate');
  const names = (what: string) => listed(from, () => from.name(what).text);
  let angles: readonly string[] = [];
  if (from.takes('(')) {
    if (!from.sees(')')) angles = names('the name of an angle');
    from.expect(')');
  }
  return { name, angles, qubits: names('the name of a qubit') };
}

/** [size] name, as OpenQASM 3 declares. */
function sized(from: Cursor): { readonly name: string; readonly size?: Expression } {
  const size = from.sees('[') ? index(from) : undefined;
  return { ...named(from, 'the name of the register'), ...(size ? { size } : {}) };
}

/** name[size], as OpenQASM 2 declares. */
function named(from: Cursor, what: string): { readonly name: string; readonly size?: Expression } {
  const { text: name } = from.name(what);
  if (from.version === 2 && !from.sees('[')) throw unexpected(from.peek(), '[');
  return { name, ...(from.sees('[') ? { size: index(from) } : {}) };
}

/** Bits begin as zeros, or as what is measured. */
function bits(from: Cursor, at: Token): Statement | readonly Statement[] {
  const nameAt = from.sees('[') ? undefined : from.peek();
  const declared = { kind: 'bits' as const, ...sized(from), at };
  if (!from.takes('=')) return end(from, declared);
  if (from.takes('measure'))
    return [
      declared,
      end(from, {
        kind: 'measure',
        qubits: operand(from),
        bits: { name: declared.name, selections: [], at: nameAt ?? at },
        at,
      }),
    ];
  const value = from.next();
  if (!/^0+$/.test(value.text)) throw unexpected(value, 'measure, or zeros: bits begin as 0');
  return end(from, value.kind === 'text' ? { ...declared, zeros: value } : declared);
}

/** type[width] name = value; a variable that is never assigned again is a constant too. */
function constant(from: Cursor, first: Token): Statement {
  const type = numberType(from, first);
  const at = from.name('the name of the constant');
  if (!from.sees('=')) throw wrong(at, `${at.text} has no value. Give it one here, or declare it input.`);
  from.next();
  return end(from, { kind: 'constant', name: at.text, type, value: expression(from), at });
}

/** int, uint, float or angle, with its width if it has one. */
export function numberType(from: Cursor, first: Token = from.next()): NumberType {
  if (!['int', 'uint', 'float', 'angle'].includes(first.text)) throw unexpected(first, 'int, uint, float or angle');
  return { type: first.text, ...(from.sees('[') ? { width: index(from) } : {}) };
}

/** [type, size] */
function arrayType(from: Cursor): { readonly type: NumberType; readonly size: Expression } {
  from.expect('[');
  const type = numberType(from);
  from.expect(',');
  const size = expression(from);
  from.expect(']');
  return { type, size };
}
