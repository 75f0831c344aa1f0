import { GREEK, vector } from '../angle.ts';
import { wrong } from './cursor.ts';
import type { GateFunction } from './gate-function.ts';
import { tableGate } from './table-gate.ts';
import type { Token } from './tokens.ts';
import { symbol, type Value } from './value.ts';

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

export function scope(builtIn: readonly GateFunction[], outer?: Scope): Scope {
  const meanings = new Map<string, Meaning>();
  const fromLibrary = new Map(builtIn.map((gate) => [gate.name, gate]));
  let included = false;
  const known = (name: string): GateFunction | undefined =>
    fromLibrary.get(name) ?? (included ? tableGate(name) : undefined);

  const find = (name: string): Meaning | undefined => {
    const meaning = meanings.get(name) ?? outer?.find(name);
    if (meaning) return meaning;
    const gate = known(name);
    if (gate) return { kind: 'gate', gate };
    const value = CONSTANTS.get(name);
    return value === undefined ? undefined : { kind: 'value', value: { constant: value, terms: [], whole: false } };
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
    library: (gates) => {
      included = true;
      for (const gate of gates) fromLibrary.set(gate.name, gate);
    },
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
        `There is no gate ${name}. Define it, or include the library that has it${included || outer ? '' : ': "stdgates.inc", or "qelib1.inc" for OpenQASM 2'}.`,
      );
    },
    inner: () => scope([], own),
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

/** The feature or the weight that an input called so stands for: x, x_3, theta_0, θ. */
export function inputNamed(name: string, at: Token): Value {
  const [, stem, digits] = /^(.*?)(?:_(0|[1-9]\d{0,5}))?$/.exec(name) ?? [];
  return inputAt(stem, Number(digits ?? 0), at);
}

/** Entry `index` of the vector of that name. */
export function inputAt(name: string, index: number, at: Token): Value {
  const ascii = [...name].map((letter) => LETTERS.get(letter) ?? letter).join('');
  try {
    if (ascii === 'x') return symbol({ scale: 1, feature: index, offset: 0 });
    // Refuses a name that no weights can have.
    vector(ascii, 0);
    return symbol({ scale: 1, weight: { name: ascii, index }, offset: 0 });
  } catch (error) {
    throw wrong(at, `The input ${name} cannot be a weight. ${(error as Error).message}`);
  }
}

/** Names of weights are ASCII; θ is theta. */
const LETTERS = new Map(
  Object.entries(GREEK)
    .filter(([, letter]) => letter > '~')
    .map(([name, letter]) => [letter, name]),
);
