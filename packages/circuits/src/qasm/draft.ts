import type { Op } from '../op.ts';
import { wrong } from './cursor.ts';
import { type Finals, finals } from './finals.ts';
import type { Surroundings } from './gate-function.ts';
import type { Scope } from './names.ts';
import type { Statement } from './syntax.ts';
import type { Token } from './tokens.ts';

/** A register of qubits or of bits: `length` of them, from `start` on. */
export interface Register {
  readonly name: string;
  readonly start: number;
  readonly length: number;
}

/** What has been read of a text so far. Carrying out a statement adds to it. */
export interface Draft {
  readonly version: 2 | 3;
  /** The statements of another file. */
  readonly include: (file: string, at: Token) => readonly Statement[];
  readonly ops: Op[];
  readonly qubits: Register[];
  readonly bits: Register[];
  /** The weights and features that are inputs, so that none is two. */
  readonly inputs: Set<string>;
  readonly finals: Finals;
  /** Counts steps of work, and throws where a text would take more than can be waited for. */
  readonly spend: (steps: number, at: Token) => void;
}

/**
 * As many steps as a text may take, and as many more for each of its characters: what is written out may be as long as
 * it is. A gate takes about 20, a number or a name in an expression one.
 */
const STEPS = 10_000_000;
const STEPS_A_CHARACTER = 10;

/** The draft of a text of so many characters. */
export function draft(version: Draft['version'], characters: number, include: Draft['include']): Draft {
  const qubits: Register[] = [];
  const most = STEPS + STEPS_A_CHARACTER * characters;
  let spent = 0;
  const spend = (steps: number, at: Token) => {
    spent += steps;
    if (spent > most)
      throw wrong(at, 'The text takes too long: its gates, sums and registers are more than can be worked out here.');
  };
  return { version, include, ops: [], qubits, bits: [], inputs: new Set(), finals: finals(qubits), spend };
}

/** What an expression or a definition sees in this place. */
export const surroundings = ({ version, spend }: Draft, { value, element, gate }: Scope): Surroundings => ({
  version,
  value,
  element,
  gate,
  spend,
});

/** How many entries registers have in all. */
export function total(registers: readonly Register[]): number {
  const last = registers[registers.length - 1];
  return last ? last.start + last.length : 0;
}
