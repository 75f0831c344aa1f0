import { checkNoMore, checkQubits } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import { featuresIn } from '../compile.ts';
import type { Op } from '../op.ts';
import { linearOf, onQubits } from '../op-parts.ts';
import { shown } from '../shown.ts';

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
export function placedOn(circuit: Circuit, { qubits, features, ...more }: Places): Circuit {
  checkNoMore('placedOn', more);
  if (qubits) checkPlaces(circuit, qubits);
  if (features) checkFeatures(circuit, features);
  const { ops, initial, ...rest } = circuit;
  return {
    ...rest,
    qubits: qubits ? 1 + Math.max(...qubits) : circuit.qubits,
    ops: ops.map((op) => onFeatures(qubits ? onQubits(op, qubits) : op, features)),
    ...(initial ? { initial: features ? initial.map((feature) => features[feature]) : initial } : {}),
  };
}

function onFeatures(op: Op, features?: readonly number[]): Op {
  const angle = linearOf(op);
  return features && angle?.feature !== undefined
    ? { ...op, angle: { ...angle, feature: features[angle.feature] } }
    : op;
}

function checkPlaces(circuit: Circuit, qubits: readonly number[]): void {
  if (qubits.length !== circuit.qubits)
    throw new Error(
      `placedOn was given ${qubits.length} qubits for a circuit on ${circuit.qubits}. It takes one for each.`,
    );
  checkQubits('placedOn', qubits);
  if (circuit.initial && qubits.some((q, k) => q !== k))
    throw new Error(
      'A circuit that begins from amplitudes stays on its qubits: placedOn can only change its features.',
    );
}

function checkFeatures(circuit: Circuit, features: readonly number[]): void {
  const most = featuresIn(circuit);
  if (features.length < most)
    throw new Error(`placedOn was given ${features.length} features for a circuit that depends on ${most}.`);
  const wrong = Array.from(features).findIndex((feature) => !(Number.isInteger(feature) && feature >= 0));
  if (wrong >= 0)
    throw new Error(
      `placedOn was given feature ${shown(features[wrong])}. A feature is a place in x: a whole number from 0.`,
    );
}
