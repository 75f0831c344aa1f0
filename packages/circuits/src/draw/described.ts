import { resources } from '../analysis/resources.ts';
import type { Circuit } from '../circuit.ts';
import { counted } from '../counted.ts';

/** The circuit in words: how many qubits and ops it has, how deep it is, and what it depends on. */
export function described(circuit: Circuit): string {
  const { qubits, ops, depth, features, weights } = resources(circuit);
  const on = [
    ...(features > 0 ? [counted(features, 'feature')] : []),
    ...(weights > 0 ? [counted(weights, 'weight')] : []),
  ];
  return (
    `A quantum circuit on ${counted(qubits, 'qubit')}: ${counted(ops, 'op')}, depth ${depth}.` +
    (on.length > 0 ? ` It depends on ${on.join(' and ')}.` : '')
  );
}
