import { wrong } from './cursor.ts';
import type { GateFunction } from './gate-function.ts';
import { tableGate } from './table-gate.ts';
import type { Token } from './tokens.ts';
import { number, type Value } from './value.ts';

/** What a name stands for. */
type Meaning =
  | { readonly kind: 'qubits' | 'bits'; readonly places: readonly number[]; readonly single: boolean }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'list'; readonly values: readonly Value[] }
  | { readonly kind: 'gate'; readonly gate: GateFunction }
  | { readonly kind: 'opaque' };

const KINDS: Readonly<Record<Meaning['kind'], string>> = {
  qubits: 'a register of qubits',
  bits: 'a register of bits',
  value: 'a number',
  list: 'an array of numbers',
  gate: 'a gate',
  opaque: 'an opaque gate',
};

/** The names of a file, innermost block first, and what they stand for. */
export interface Scope {
  readonly declare: (name: string, meaning: Meaning, at: Token) => void;
  /** Allows names of the library to be declared anew, and gates of the table to be found. */
  readonly library: (gates: readonly GateFunction[]) => void;
  readonly find: (name: string) => Meaning | undefined;
  readonly value: (name: string, at: Token) => Value;
  readonly element: (name: string, index: number, at: Token) => Value;
  readonly register: (
    kind: 'qubits' | 'bits',
    name: string,
    at: Token,
  ) => Extract<Meaning, { kind: 'qubits' | 'bits' }>;
  readonly gate: (name: string, at: Token) => GateFunction;
  /** A block of its own, which sees what is outside. */
  readonly inner: () => Scope;
}

/** The names of a text, at first those of these gates and of constants. */
export const scope = (builtIn: readonly GateFunction[]): Scope => block(library(builtIn));

/** What is known before anything is declared. */
interface Library {
  readonly include: (gates: readonly GateFunction[]) => void;
  readonly isIncluded: () => boolean;
  readonly find: (name: string) => Meaning | undefined;
}

function library(builtIn: readonly GateFunction[]): Library {
  const known = new Map(builtIn.map((gate) => [gate.name, gate]));
  let included = false;
  return {
    include: (gates) => {
      included = true;
      for (const gate of gates) known.set(gate.name, gate);
    },
    isIncluded: () => included,
    find: (name) => {
      const gate = known.get(name) ?? (included ? tableGate(name) : undefined);
      if (gate) return { kind: 'gate', gate };
      const value = CONSTANTS.get(name);
      return value === undefined ? undefined : { kind: 'value', value: number(value) };
    },
  };
}

function block(base: Library, outer?: Scope): Scope {
  const meanings = new Map<string, Meaning>();
  const seen = new Map<string, Meaning>();
  const find = (name: string): Meaning | undefined => {
    const meaning = meanings.get(name) ?? seen.get(name) ?? (outer ?? base).find(name);
    // Nothing is declared outside while a block is carried out.
    if (outer && meaning) seen.set(name, meaning);
    return meaning;
  };
  const wanted = (name: string, kind: Meaning['kind'], at: Token) => {
    const meaning = find(name);
    if (!meaning) throw wrong(at, `There is no ${name}. Expected ${KINDS[kind]} of that name.`);
    return wrong(at, `${name} is ${KINDS[meaning.kind]}, but expected ${KINDS[kind]}.`);
  };
  const own: Scope = {
    declare: (name, meaning, at) => {
      if (meanings.has(name)) throw wrong(at, `${name} is declared twice. Give one of them another name.`);
      meanings.set(name, meaning);
    },
    library: base.include,
    find,
    value: (name, at) => {
      const meaning = find(name);
      if (meaning?.kind === 'value') return meaning.value;
      throw wanted(name, 'value', at);
    },
    element: (name, index, at) => {
      const meaning = find(name);
      if (meaning?.kind !== 'list') throw wanted(name, 'list', at);
      const { values } = meaning;
      const value = values[index < 0 ? values.length + index : index];
      if (!value) throw wrong(at, outside(name, index, values.length));
      return value;
    },
    register: (kind, name, at) => {
      const meaning = find(name);
      if (meaning?.kind === kind) return meaning as Extract<Meaning, { kind: 'qubits' | 'bits' }>;
      throw wanted(name, kind, at);
    },
    gate: (name, at) => {
      const meaning = find(name);
      if (meaning?.kind === 'gate') return meaning.gate;
      if (meaning?.kind === 'opaque')
        throw wrong(at, `The gate ${name} is opaque: the file does not say what it does. Define it with gate.`);
      if (meaning) throw wanted(name, 'gate', at);
      throw wrong(
        at,
        `There is no gate ${name}. Define it, or include the library that has it${base.isIncluded() ? '' : ': "stdgates.inc", or "qelib1.inc" for OpenQASM 2'}.`,
      );
    },
    inner: () => block(base, own),
  };
  return own;
}

/** What is said of an index past the ends of a register or an array. */
export const outside = (name: string, index: number, length: number) =>
  `${name}[${index}] does not exist: ${name} has ${length === 1 ? 'one entry, 0' : `the entries 0 to ${length - 1}`}.`;

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['π', Math.PI],
  ['tau', 2 * Math.PI],
  ['τ', 2 * Math.PI],
  ['euler', Math.E],
  ['ℇ', Math.E],
]);
