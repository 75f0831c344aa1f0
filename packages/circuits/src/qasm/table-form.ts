import { reference } from '@hqnn/sim';
import { circuit } from '../circuit.ts';
import { unitary } from '../measure.ts';
import { GIVEN } from '../tolerance.ts';
import { type Applied, opsOf, under } from './applied.ts';
import type { GateFunction } from './gate-function.ts';
import { QasmError } from './qasm-error.ts';
import { tableGate } from './table-gate.ts';
import type { Token } from './tokens.ts';
import { number } from './value.ts';

/**
 * The gate of the table of which a file's definition is but another way to write, or the definition itself: rzz, or
 * rzz_ as we export it, defined by CX and RZ is one rotation again. They are compared as matrices under a control,
 * where a global phase would show, at two angles. A definition that is long, or has no value there, is none of them.
 */
export function tableForm(gate: GateFunction): GateFunction {
  const row = tableGate(gate.name.replace(/_$/, ''));
  if (!row || row.angles !== gate.angles || row.qubits !== gate.qubits || gate.qubits > LARGEST) return gate;
  const same = [0.7, 2.9].every((angle) => {
    const [one, other] = [appliedAt(gate, angle), appliedAt(row, angle)];
    return one && other && near(matrixOf(one, gate), matrixOf(other, row));
  });
  return same ? row : gate;
}

/** What is compared by its matrix has few qubits, and few gates. */
const LARGEST = 3;
const LONGEST = 50;

function appliedAt({ angles, qubits, apply }: GateFunction, angle: number): readonly Applied[] | undefined {
  const given = Array.from({ length: angles }, (_, k) => number(angle + k));
  try {
    const applied = apply(given, [...Array(qubits).keys()], NOWHERE);
    return applied.length > LONGEST ? undefined : applied;
  } catch (error) {
    // A definition may have values elsewhere alone: 1/(a − 0.7), √(a − 3).
    if (error instanceof QasmError) return undefined;
    throw error;
  }
}

const matrixOf = (applied: readonly Applied[], { qubits }: GateFunction) =>
  unitary(circuit(qubits + 1, under([qubits], applied).flatMap(opsOf)), {}, { simulator: oracle });

const oracle = reference();

const near = (one: Float64Array, other: Float64Array) => one.every((value, k) => Math.abs(value - other[k]) < GIVEN);

const NOWHERE: Token = { kind: 'end', text: '', file: '', line: 1, column: 1 };
