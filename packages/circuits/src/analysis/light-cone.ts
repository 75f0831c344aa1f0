import { type Observable, supportOf } from '@hqnn/sim';
import { factorsOf, type Weight } from '../angle.ts';
import type { Circuit } from '../circuit.ts';
import { checkObservables } from '../observables/check-observables.ts';
import { linearOf, qubitsOf } from '../op-parts.ts';
import { unseen } from './unseen.ts';

/** What an expectation value can depend on. */
export interface LightCone {
  /** The places of the ops, in the circuit's order. */
  readonly ops: readonly number[];
  readonly qubits: readonly number[];
  readonly weights: readonly Weight[];
  readonly features: readonly number[];
}

/** The ops that an observable sees, and through them its qubits, weights and features; all else may change at will. */
export function lightCone(circuit: Circuit, observable: Observable): LightCone {
  checkObservables('lightCone', [observable], circuit.qubits);
  const hidden = unseen(circuit, [observable]);
  const ops = [...circuit.ops.keys()].filter((k) => !hidden[k]);
  const measured = observable.terms.reduce((mask, { word }) => mask | supportOf(word), 0);
  const on = new Set(ops.flatMap((k) => qubitsOf(circuit.ops[k])));
  const angles = ops.flatMap((k) => linearOf(circuit.ops[k]) ?? []);
  const weights = new Map(angles.flatMap(({ weight }) => (weight ? [[factorsOf({ weight }), weight]] : [])));
  const features = new Set(angles.flatMap(({ feature }) => (feature === undefined ? [] : [feature])));
  return {
    ops,
    qubits: [...Array(circuit.qubits).keys()].filter((qubit) => on.has(qubit) || (measured >> qubit) & 1),
    weights: [...weights.values()],
    features: [...features].sort((a, b) => a - b),
  };
}
