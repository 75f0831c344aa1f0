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
  /** Counts gates, and throws where a text would make more than can be held. */
  readonly spend: (gates: number, at: Token) => void;
}

/** As many gates as one text may make. */
const MOST_GATES = 1_000_000;

export function draft(version: Draft['version'], include: Draft['include']): Draft {
  const qubits: Register[] = [];
  let made = 0;
  const spend = (gates: number, at: Token) => {
    made += gates;
    if (made > MOST_GATES) throw wrong(at, `The text makes more than ${MOST_GATES} gates. Nothing longer is read.`);
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
export const total = (registers: readonly Register[]) => registers.reduce((sum, { length }) => sum + length, 0);
