import { type Circuit, circuit } from '../circuit.ts';
import { known } from '../known.ts';
import { cx, cz } from '../op.ts';

/** The gates that entangle a pair: control first. */
const GATES = { cnot: cx, cz };

/** Which pairs are entangled, in order. A ring of two qubits is one pair. */
const TOPOLOGIES = {
  linear: (qubits: number) => pairs(qubits).filter(([one, other]) => other === one + 1),
  ring: (qubits: number) => [...TOPOLOGIES.linear(qubits), ...(qubits > 2 ? [[qubits - 1, 0] as const] : [])],
  full: (qubits: number) => pairs(qubits),
};

/** Which gate entangles, and which qubits. */
export interface EntanglerOptions {
  readonly entangler?: keyof typeof GATES;
  readonly topology?: keyof typeof TOPOLOGIES;
}

/** One CNOT or CZ for each pair of a ring, a line, or all qubits. */
export function entangler(qubits: number, { entangler = 'cnot', topology = 'ring' }: EntanglerOptions = {}): Circuit {
  const gate = known(GATES, entangler, 'entangler');
  const pairsOf = known(TOPOLOGIES, topology, 'topology');
  return circuit(
    qubits,
    pairsOf(qubits).map(([control, target]) => gate(control, target)),
  );
}

const pairs = (qubits: number) =>
  Array.from({ length: qubits }, (_, one) =>
    Array.from({ length: qubits - one - 1 }, (_, k) => [one, one + 1 + k] as const),
  ).flat();
