import { wrong } from './cursor.ts';
import type { Register } from './draft.ts';
import type { Token } from './tokens.ts';

/** A bit, and the qubit whose measured value it holds in the end. */
export interface Measurement {
  readonly qubit: number;
  readonly bit: number;
}

/** Keeps all measurements final: once measured, a qubit is left alone. */
export interface Finals {
  readonly act: (qubit: number, at: Token) => void;
  readonly reset: (qubit: number, at: Token) => void;
  readonly measure: (qubit: number, at: Token) => void;
  readonly store: (qubit: number, bit: number) => void;
  /** In the order of the bits. */
  readonly measurements: () => readonly Measurement[];
}

export function finals(registers: readonly Register[]): Finals {
  const used = new Set<number>();
  const measured = new Map<number, Token>();
  const stored = new Map<number, number>();
  return {
    act: (qubit, at) => {
      const before = measured.get(qubit);
      if (before)
        throw wrong(
          at,
          `${written(registers, qubit)} is measured in line ${before.line}, and acted on here. Measurement in the middle of a circuit is not supported.`,
        );
      used.add(qubit);
    },
    reset: (qubit, at) => {
      if (used.has(qubit) || measured.has(qubit))
        throw wrong(
          at,
          `${written(registers, qubit)} is reset after it was used. Reset in the middle of a circuit is not supported.`,
        );
    },
    measure: (qubit, at) => measured.set(qubit, at),
    store: (qubit, bit) => stored.set(bit, qubit),
    measurements: () => [...stored].map(([bit, qubit]) => ({ qubit, bit })).sort((a, b) => a.bit - b.bit),
  };
}

/** A qubit as the file writes it. */
function written(registers: readonly Register[], qubit: number): string {
  const register = registers.find(({ start, length }) => qubit < start + length);
  if (!register) return `Qubit ${qubit}`;
  return register.length === 1 ? register.name : `${register.name}[${qubit - register.start}]`;
}
