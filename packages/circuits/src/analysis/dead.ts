import { features, type Linear, vector, written } from '../angle.ts';
import type { Circuit } from '../circuit.ts';
import { compile } from '../compile.ts';
import type { Op } from '../op.ts';

/** A weight or a feature without effect, and the ops that it is in. */
export interface Dead {
  /** As text: θ₃ */
  readonly what: string;
  readonly ops: readonly number[];
}

/** The weights and features of which every op is without effect, those of no op at all among them. */
export function deadIn(circuit: Circuit, without: readonly boolean[]): readonly Dead[] {
  const { vectors, program } = compile(circuit);
  const all: readonly Linear[] = [
    ...vectors.flatMap(({ name, length }) => vector(name, length)),
    ...features(program.features),
  ];
  const encoded = new Set(circuit.initial);
  return all
    .filter(({ feature }) => feature === undefined || !encoded.has(feature))
    .map((one) => ({ what: written(one), ops: [...circuit.ops.keys()].filter((k) => turnsBy(circuit.ops[k], one)) }))
    .filter(({ ops }) => ops.every((k) => without[k]));
}

/** Whether an op turns by this weight, or by this feature. */
function turnsBy(op: Op, { weight, feature }: Linear): boolean {
  if (!('angle' in op) || typeof op.angle === 'number') return false;
  if (weight) return op.angle.weight?.name === weight.name && op.angle.weight.index === weight.index;
  return op.angle.feature === feature;
}
