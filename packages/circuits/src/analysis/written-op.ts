import { written } from '../angle.ts';
import type { Op } from '../op.ts';
import { gateLabel, qubitsOf } from '../op-parts.ts';

/** An op as text: crx(θ₀) on qubits 1 and 2. */
export function writtenOp(op: Op): string {
  const qubits = qubitsOf(op);
  const angle = 'angle' in op ? `(${written(op.angle)})` : '';
  return `${gateLabel(op)}${angle} on ${qubits.length === 1 ? 'qubit' : 'qubits'} ${listed(qubits)}`;
}

const listed = (qubits: readonly number[]) =>
  qubits.length === 1 ? `${qubits[0]}` : `${qubits.slice(0, -1).join(', ')} and ${qubits[qubits.length - 1]}`;
