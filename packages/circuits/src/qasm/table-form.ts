import { reference } from '@hqnn/sim';
import { circuit } from '../circuit.ts';
import { unitary } from '../measure.ts';
import { opsOf, under } from './applied.ts';
import type { GateFunction } from './gate-function.ts';
import { tableGate } from './table-gate.ts';
import type { Token } from './tokens.ts';
import { number } from './value.ts';

/**
 * The gate of the table of which a file's definition is but another way to write, or the definition itself: rzz, or
 * rzz_ as we export it, defined by CX and RZ is one rotation again. They are compared as matrices under a control,
 * where a global phase would show, at two angles.
 */
export function tableForm(gate: GateFunction): GateFunction {
  const row = tableGate(gate.name.replace(/_$/, ''));
  if (!row || row.angles !== gate.angles || row.qubits !== gate.qubits || gate.qubits > MOST_QUBITS) return gate;
  return [0.7, 2.9].every((angle) => near(matrixOf(gate, angle), matrixOf(row, angle))) ? row : gate;
}

/** What is compared by its matrix has few qubits. */
const MOST_QUBITS = 3;

function matrixOf({ angles, qubits, apply }: GateFunction, angle: number): Float64Array {
  const given = Array.from({ length: angles }, (_, k) => number(angle + k));
  const applied = apply(given, [...Array(qubits).keys()], NOWHERE);
  return unitary(circuit(qubits + 1, under([qubits], applied).flatMap(opsOf)), {}, { simulator: oracle });
}

const oracle = reference();

const near = (one: Float64Array, other: Float64Array) => one.every((value, k) => Math.abs(value - other[k]) < 1e-9);

const NOWHERE: Token = { kind: 'end', text: '', file: '', line: 1, column: 1 };
