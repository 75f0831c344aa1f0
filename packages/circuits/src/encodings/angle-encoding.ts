import type { Angle } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { entryOf } from '../entry-of.ts';
import { rx, ry, rz } from '../op.ts';
import { checkAngles } from './check-angles.ts';

const AXES = { X: rx, Y: ry, Z: rz };

/** What the angles turn about. */
export interface AngleEncodingOptions {
  /** Y if absent. */
  readonly axis?: keyof typeof AXES;
}

/**
 * One rotation a qubit, about Y if no axis is given, by angles[q] on qubit q: angleEncoding(features(4)). With a
 * trainable scale: angleEncoding(features(4).map((x, q) => times(scale[q], x))).
 */
export function angleEncoding(angles: readonly Angle[], { axis = 'Y', ...more }: AngleEncodingOptions = {}): Circuit {
  checkNoMore('angleEncoding', more);
  checkAngles('angleEncoding', angles);
  const rotate = entryOf(AXES, axis, 'axis');
  return circuit(
    angles.length,
    angles.map((angle, qubit) => rotate(angle, qubit)),
  );
}
