import { type Angle, vector } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { entryOf } from '../entry-of.ts';
import { p, rx, ry, rz } from '../op.ts';
import { shown } from '../shown.ts';
import { blockOf, ENTANGLERS, onPairs } from './block.ts';
import { checkAnsatz } from './check-ansatz.ts';
import type { EntanglingOptions } from './entangler.ts';
import { type LayeredOptions, layered } from './layered.ts';
import { pairsOf } from './topology.ts';

const ROTATIONS = { rx, ry, rz, p };

/** A rotation of one qubit, by name. */
export type RotationName = keyof typeof ROTATIONS;

/** What the ansatz is made of, besides its qubits. */
export interface TwoLocalOptions extends LayeredOptions, EntanglingOptions {
  /** The rotations of each qubit in each layer, in order: RY if absent. */
  readonly rotations?: readonly RotationName[];
  /** The rotations of each qubit after the last layer: those of a layer if true or absent, none if false. */
  readonly final?: boolean | readonly RotationName[];
}

/**
 * Layers of rotations on every qubit and an entangler on pairs, and rotations at the end. With R rotations and F final
 * ones, and W weights in the entanglers of a layer (0, or one a pair), it has layers·(R·qubits + W) + F·qubits weights:
 * in each layer the rotations of qubit 0, of qubit 1, …, then the pairs. (Qiskit counts rotation by rotation instead.)
 */
export function twoLocal(qubits: number, options: TwoLocalOptions = {}): Circuit {
  return rotationsAndPairs('twoLocal', qubits, options);
}

/** `twoLocal`, and what it is called in errors. */
export function rotationsAndPairs(
  who: string,
  qubits: number,
  {
    rotations = ['ry'],
    final = true,
    entangler = 'cnot',
    topology = 'ring',
    layers = 1,
    weights = 'theta',
    before,
    ...more
  }: TwoLocalOptions,
): Circuit {
  checkNoMore(who, more);
  checkAnsatz(who, qubits, layers);
  checkNames(who, rotations);
  const last = final === true ? rotations : final === false ? [] : final;
  checkNames(who, last);
  const block = blockOf(ENTANGLERS, entangler, 'entangler');
  const pairs = pairsOf(qubits, topology);
  const turns = qubits * rotations.length;
  const size = turns + pairs.length * block.weights;
  const theta = vector(weights, layers * size + qubits * last.length);
  const turned = (names: readonly RotationName[], angles: readonly Angle[]) =>
    Array.from({ length: qubits }, (_, q) =>
      names.map((name, k) => entryOf(ROTATIONS, name, 'rotation')(angles[q * names.length + k], q)),
    );
  const layer = (l: number) => {
    const own = theta.slice(l * size, (l + 1) * size);
    return [turned(rotations, own), onPairs(block, pairs, own.slice(turns))];
  };
  return circuit(qubits, layered(layers, before, layer), turned(last, theta.slice(layers * size)));
}

function checkNames(who: string, rotations: readonly RotationName[]): void {
  if (!Array.isArray(rotations))
    throw new Error(`${who} was given ${shown(rotations)} for rotations. It takes a list of names, as ['ry', 'rz'].`);
}
