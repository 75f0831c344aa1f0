import { MOST_QUBITS, type OtherNorm, type ZeroNorm } from '@hqnn/sim';
import { checkGiven, times } from './angle.ts';
import { checkCount, isWithin } from './check.ts';
import { flattened } from './flattened.ts';
import { adjointGate } from './gates.ts';
import type { Op } from './op.ts';
import { gateLabel, qubitsOf } from './op-parts.ts';

/** Where a circuit begins: at |0…0⟩ if all of this is absent. */
export interface CircuitStart {
  /** Amplitude k is x[initial[k]]/‖x‖, and 0 past the end of the list. */
  readonly initial?: readonly number[];
  /** What a row is whose amplitudes are all zero: an error if absent, or the state |0…0⟩. */
  readonly zeroNorm?: ZeroNorm;
  /** What is done with a row whose norm is neither 0 nor 1: it is divided by it if absent, or refused. */
  readonly otherNorm?: OtherNorm;
}

/** Ops on qubits 0 … qubits − 1, first to last. Plain data: nothing changes it once made. */
export interface Circuit extends CircuitStart {
  readonly qubits: number;
  readonly ops: readonly Op[];
}

/** Anything that flattens to ops: so a layer is an array, and a loop is a map. */
export type Part = Op | Circuit | readonly Part[];

/** The parts in order on qubits 0 … qubits − 1. */
export function circuit(qubits: number, ...parts: readonly Part[]): Circuit {
  checkCount('circuit', 'qubits', qubits, 1, MOST_QUBITS);
  const pieces = flattened('circuit', parts);
  const ops = pieces.flatMap((piece) => ('ops' in piece ? piece.ops : [piece]));
  for (const op of ops) checkOp(qubits, op);
  const starts = pieces.filter(begins);
  const [start] = starts;
  if (!start?.initial) return { qubits, ops };
  if (starts.length > 1 || !begins(pieces[0]))
    throw new Error('Amplitudes are where a circuit begins: amplitude encoding is its first part, once.');
  const { initial } = start;
  if (initial.length > 2 ** qubits)
    throw new Error(`${initial.length} amplitudes do not fit ${qubits} qubits, which hold ${2 ** qubits}.`);
  return { qubits, ops, ...startOf(start) };
}

/** Where the circuit begins, alone. */
export const startOf = ({ initial, zeroNorm, otherNorm }: CircuitStart): CircuitStart => ({
  ...(initial ? { initial } : {}),
  ...(zeroNorm ? { zeroNorm } : {}),
  ...(otherNorm ? { otherNorm } : {}),
});

/** The circuit that undoes this one. */
export function inverse({ qubits, ops, initial }: Circuit): Circuit {
  if (initial)
    throw new Error('A circuit that begins from amplitudes has no inverse. Invert the part after the encoding.');
  return { qubits, ops: ops.map(inverseOp).reverse() };
}

function inverseOp(op: Op): Op {
  return 'angle' in op ? { ...op, angle: times(-1, op.angle) } : { ...op, gate: adjointGate(op.gate) };
}

const begins = (piece: Op | Circuit): piece is Circuit => 'ops' in piece && piece.initial !== undefined;

function checkOp(qubits: number, op: Op): void {
  const used = qubitsOf(op);
  const outside = used.findIndex((qubit) => !isWithin(qubit, qubits));
  if (outside >= 0)
    throw new Error(`${gateLabel(op)} acts on qubit ${used[outside]}, but the circuit has qubits 0 to ${qubits - 1}.`);
  if ('axis' in op.gate) checkGiven(op.gate.name, 'angle' in op ? op.angle : undefined);
  if (new Set(used).size !== used.length)
    throw new Error(`${gateLabel(op)} was given one qubit twice: (${used}). Controls and targets must all differ.`);
}
