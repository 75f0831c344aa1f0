import type { Circuit } from '../circuit.ts';
import { compile } from '../compile.ts';
import { gateLabel, qubitsOf } from '../op-parts.ts';

/** What a circuit is made of. */
export interface Resources {
  readonly qubits: number;
  /** Ops in all; a gate under controls is one. */
  readonly ops: number;
  /** How many columns of ops there are when each stands as early as those before it on its qubits allow. */
  readonly depth: number;
  /** The depth of the ops on two qubits or more. */
  readonly entanglingDepth: number;
  /** How often each gate occurs, under its name with a c for each control: cx, ccz, crx. */
  readonly gates: Readonly<Record<string, number>>;
  /** Ops on two qubits. */
  readonly twoQubit: number;
  /** Ops on three qubits and more. */
  readonly multiQubit: number;
  /** Weights that the circuit depends on, entries of a vector that it skips included. */
  readonly weights: number;
  readonly features: number;
  /** Ops with an angle that is no fixed number: what parameter shift differentiates. */
  readonly variableAngles: number;
}

/** The counts of a circuit, as its cost on hardware is told. */
export function resources(circuit: Circuit): Resources {
  const { program } = compile(circuit);
  const { ops, qubits } = circuit;
  const widths = ops.map((op) => qubitsOf(op).length);
  const gates: Record<string, number> = {};
  for (const op of ops) gates[gateLabel(op)] = (gates[gateLabel(op)] ?? 0) + 1;
  return {
    qubits,
    ops: ops.length,
    depth: depthOf(circuit, () => 1),
    entanglingDepth: depthOf(circuit, (k) => (widths[k] > 1 ? 1 : 0)),
    gates,
    twoQubit: widths.filter((width) => width === 2).length,
    multiQubit: widths.filter((width) => width > 2).length,
    weights: program.weights,
    features: program.features,
    variableAngles: program.slots.filter((slot) => typeof slot !== 'number').length,
  };
}

/** The longest chain of ops that share qubits, each counted by its cost. */
function depthOf({ qubits, ops }: Circuit, cost: (op: number) => number): number {
  const ready = new Array<number>(qubits).fill(0);
  ops.forEach((op, k) => {
    const touched = qubitsOf(op);
    const after = Math.max(...touched.map((qubit) => ready[qubit])) + cost(k);
    for (const qubit of touched) ready[qubit] = after;
  });
  return Math.max(...ready);
}
