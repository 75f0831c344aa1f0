import { uniform } from '@hqnn/sim';
import { type Linear, vector } from '../angle.ts';
import { checkCount, checkNoMore, checkSeed } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { cx, type Op, rx, ry, rz } from '../op.ts';
import { checkAnsatz } from './check-ansatz.ts';
import { type LayeredOptions, layered } from './layered.ts';

/** What the ansatz is made of, besides its qubits. */
export interface RandomLayersOptions extends LayeredOptions {
  /** How many rotations a layer has: as many as qubits, if absent. */
  readonly rotations?: number;
  /** How likely the next op is a CNOT: from 0, below 1, and 0.3 if absent. */
  readonly ratio?: number;
  /** Decides the ops: a whole number from 0, and 0 if absent. */
  readonly seed?: number;
}

/**
 * Layers of RX, RY or RZ on qubits drawn at random, with CNOTs among them, as PennyLane's RandomLayers: the same circuit
 * for the same seed, though not PennyLane's. It has rotations·layers weights, in order. One qubit has no CNOTs.
 */
export function randomLayers(
  qubits: number,
  {
    layers = 1,
    rotations = qubits,
    ratio = 0.3,
    seed = 0,
    weights = 'theta',
    before,
    ...more
  }: RandomLayersOptions = {},
): Circuit {
  checkNoMore('randomLayers', more);
  checkAnsatz('randomLayers', qubits, layers);
  checkSeed('randomLayers', seed);
  checkCount('randomLayers', 'rotations', rotations, 1);
  if (!(ratio >= 0 && ratio < 1))
    throw new Error(`randomLayers was given the ratio ${ratio}. The share of CNOTs is a number from 0, below 1.`);
  const theta = vector(weights, layers * rotations);
  const next = uniform(seed, STREAM);
  const layer = (l: number) =>
    theta
      .slice(l * rotations, (l + 1) * rotations)
      .flatMap((angle) => [...entangled(qubits, ratio, next), turned(qubits, angle, next)]);
  return circuit(qubits, layered(layers, before, layer));
}

/** Apart from the streams that shots are drawn from, which are numbered from 0. */
const STREAM = 0x6c617965;

/** CNOTs on random pairs, as many as happen before the next rotation. */
function entangled(qubits: number, ratio: number, next: () => number): readonly Op[] {
  const ops: Op[] = [];
  while (qubits > 1 && next() < ratio) {
    const control = below(qubits, next);
    ops.push(cx(control, (control + 1 + below(qubits - 1, next)) % qubits));
  }
  return ops;
}

function turned(qubits: number, angle: Linear, next: () => number): Op {
  return [rx, ry, rz][below(3, next)](angle, below(qubits, next));
}

const below = (n: number, next: () => number) => Math.floor(n * next());
