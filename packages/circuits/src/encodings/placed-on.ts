import { MOST_QUBITS } from '@hqnn/sim';
import type { Circuit } from '../circuit.ts';
import type { Op } from '../op.ts';

/** Where a circuit goes. */
export interface Places {
  /** The qubit that stands for each of its qubits; the same if absent. */
  readonly qubits?: readonly number[];
  /** The feature that stands for each of its features; the same if absent. */
  readonly features?: readonly number[];
}

/**
 * The same circuit, with the same weights, on other qubits and of other features: qubit q becomes qubits[q], feature j
 * becomes features[j]. It is on as many qubits as it needs, ready to be part of a larger one:
 *
 *     circuit(8, blocks.map((features, k) => placedOn(small, { qubits: [2 * k, 2 * k + 1], features })));
 */
export function placedOn(circuit: Circuit, { qubits, features }: Places): Circuit {
  if (qubits) checkQubits(circuit, qubits);
  if (features) checkFeatures(circuit, features);
  const { ops, initial, ...rest } = circuit;
  return {
    ...rest,
    qubits: qubits ? 1 + Math.max(...qubits) : circuit.qubits,
    ops: ops.map((op) => onFeatures(onQubits(op, qubits), features)),
    ...(initial ? { initial: features ? initial.map((feature) => features[feature]) : initial } : {}),
  };
}

function onQubits(op: Op, qubits?: readonly number[]): Op {
  if (!qubits) return op;
  return { ...op, targets: op.targets.map((q) => qubits[q]), controls: op.controls.map((q) => qubits[q]) };
}

function onFeatures(op: Op, features?: readonly number[]): Op {
  if (!features || !('angle' in op) || typeof op.angle === 'number' || op.angle.feature === undefined) return op;
  return { ...op, angle: { ...op.angle, feature: features[op.angle.feature] } };
}

function checkQubits(circuit: Circuit, qubits: readonly number[]): void {
  if (qubits.length !== circuit.qubits)
    throw new Error(
      `placedOn was given ${qubits.length} qubits for a circuit on ${circuit.qubits}. It takes one for each.`,
    );
  const wrong = qubits.find((q) => !(Number.isInteger(q) && q >= 0 && q < MOST_QUBITS));
  if (wrong !== undefined)
    throw new Error(`placedOn was given qubit ${wrong}. A qubit is a whole number from 0 to ${MOST_QUBITS - 1}.`);
  if (new Set(qubits).size !== qubits.length)
    throw new Error(`placedOn was given one qubit twice: (${qubits}). All must differ.`);
  if (circuit.initial && qubits.some((q, k) => q !== k))
    throw new Error(
      'A circuit that begins from amplitudes stays on its qubits: placedOn can only change its features.',
    );
}

function checkFeatures(circuit: Circuit, features: readonly number[]): void {
  const most = featuresOf(circuit);
  if (features.length < most)
    throw new Error(`placedOn was given ${features.length} features for a circuit that depends on ${most}.`);
  const wrong = features.find((feature) => !(Number.isInteger(feature) && feature >= 0));
  if (wrong !== undefined)
    throw new Error(`placedOn was given feature ${wrong}. A feature is a place in x: a whole number from 0.`);
}

/** How many features x has that a circuit depends on: one more than the last it uses. */
export function featuresOf({ ops, initial = [] }: Circuit): number {
  const used = ops.map((op) => ('angle' in op && typeof op.angle === 'object' ? (op.angle.feature ?? -1) : -1));
  return 1 + [...initial, ...used].reduce((most, feature) => Math.max(most, feature), -1);
}
