import { type Angle, type Linear, plus, times, vector, written } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import type { Op } from '../op.ts';

/** What the weights of a trainable encoding are called. */
export interface TrainableOptions {
  /** The name of the scales, `scale` if absent. */
  readonly scale?: string;
  /** The name of the offsets. There are none if absent. */
  readonly offset?: string;
}

/**
 * The same circuit with a trainable scale on what depends on a feature: the k-th such angle, a·x + b, becomes
 * scale[k]·a·x + b; with offsets, a second op of the same gate turns by offset[k], for R(a) R(b) is R(a + b).
 * The rest of the circuit stays as it is. A scale that is 1 and an offset that is 0 change nothing.
 */
export function trainable(
  circuit: Circuit,
  { scale: scaleName = 'scale', offset: offsetName, ...more }: TrainableOptions = {},
): Circuit {
  checkNoMore('trainable', more);
  if (circuit.initial)
    throw new Error(
      'trainable was given a circuit that begins from amplitudes, which have no angles to scale. Take an encoding by angles.',
    );
  if (scaleName === offsetName)
    throw new Error(`The scales and the offsets are both called ${scaleName}. Give one of them another name.`);
  const length = circuit.ops.filter(encodes).length;
  if (length === 0)
    throw new Error(
      'trainable was given a circuit without an angle that depends on a feature: there is nothing to scale.',
    );
  const scale = vector(scaleName, length);
  const offset = offsetName === undefined ? [] : vector(offsetName, length);
  let k = 0;
  const ops = circuit.ops.flatMap((op) => {
    if (!encodes(op)) return [op];
    const place = k++;
    const scaled = { ...op, angle: scaledBy(scale[place], op.gate.name, op.angle) };
    return offsetName === undefined ? [scaled] : [scaled, { ...op, angle: offset[place] }];
  });
  return { ...circuit, ops };
}

type Encoding = Op & { readonly angle: Linear & { readonly feature: number } };

/** Whether an op turns by a feature. */
export function encodes(op: Op): op is Encoding {
  return 'angle' in op && typeof op.angle === 'object' && op.angle.feature !== undefined;
}

function scaledBy(scale: Linear, gate: string, angle: Linear): Angle {
  if (angle.weight)
    throw new Error(
      `trainable was given ${gate} by ${written(angle)}, which has a weight already. An angle has one weight at most.`,
    );
  return plus(times(scale, { ...angle, offset: 0 }), angle.offset);
}
