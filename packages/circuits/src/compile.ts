import { type Instruction, type Observable, type Program, pauliWord, type Angle as Slot } from '@hqnn/sim';
import type { Angle } from './angle.ts';
import { type Circuit, startOf } from './circuit.ts';
import { checkObservables } from './observables/check-observables.ts';
import type { Op } from './op.ts';
import { linearOf } from './op-parts.ts';
import { packed } from './packed.ts';

/** A named vector of weights, and where it lies among all weights of the program. */
export interface WeightVector {
  readonly name: string;
  readonly start: number;
  readonly length: number;
}

/** A program, and what its weights are called. */
export interface Compiled {
  readonly program: Program;
  /** In the order in which the circuit first uses them, one after another. */
  readonly vectors: readonly WeightVector[];
}

/** Turns gates into instructions and names into numbers. Nothing after this knows a gate, or a weight, by name. */
export function compile(circuit: Circuit, observables: readonly Observable[] = []): Compiled {
  const { qubits, ops } = circuit;
  if (observables.length > 0) checkObservables('compile', observables, qubits);
  const angles = ops.flatMap((op) => ('angle' in op ? [op.angle] : []));
  const vectors = vectorsIn(angles);
  const starts = new Map(vectors.map(({ name, start }) => [name, start]));
  const slots = angles.map((angle) => slotOf(angle, starts));
  const program = {
    qubits,
    features: featuresIn(circuit),
    weights: total(vectors),
    slots,
    instructions: instructionsOf(ops),
    observables,
    ...startOf(circuit),
  };
  return { program, vectors };
}

function vectorsIn(angles: readonly Angle[]): readonly WeightVector[] {
  const lengths = new Map<string, number>();
  for (const angle of angles) {
    if (typeof angle === 'number' || !angle.weight) continue;
    const { name, index } = angle.weight;
    lengths.set(name, Math.max(lengths.get(name) ?? 0, index + 1));
  }
  const vectors: WeightVector[] = [];
  for (const [name, length] of lengths) vectors.push({ name, start: total(vectors), length });
  return vectors;
}

const total = (vectors: readonly WeightVector[]) => vectors.reduce((sum, { length }) => sum + length, 0);

function slotOf(angle: Angle, starts: ReadonlyMap<string, number>): Slot {
  if (typeof angle === 'number') return angle;
  const { weight, ...linear } = angle;
  return weight ? { ...linear, weight: (starts.get(weight.name) ?? 0) + weight.index } : linear;
}

/** How many features x has that a circuit depends on: one more than the last that it uses. */
export const featuresIn = ({ ops, initial = [] }: Circuit): number =>
  1 + [...initial, ...ops.flatMap((op) => linearOf(op)?.feature ?? [])].reduce((most, one) => Math.max(most, one), -1);

/** Each op as an instruction, rotations numbered as their slots. */
function instructionsOf(ops: readonly Op[]): readonly Instruction[] {
  let slot = 0;
  return ops.map((op) => {
    const controls = op.controls.reduce((mask, qubit) => mask | (1 << qubit), 0);
    if (!('angle' in op)) return { kind: 'matrix', targets: op.targets, controls, matrix: packed(op.gate.matrix) };
    const { axis, phase } = op.gate;
    return { kind: 'rotation', word: pauliWord(axis, op.targets), phase, controls, slot: slot++ };
  });
}
