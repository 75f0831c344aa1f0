import type { Angle } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { entryOf } from '../entry-of.ts';
import { ry } from '../op.ts';
import { checkAngles } from './check-angles.ts';
import { PHASES, type PhaseEncodingOptions } from './phase-encoding.ts';

/**
 * Two angles a qubit: RY(angles[2q]), then P or RZ by angles[2q + 1], on qubit q; P if no gate is given. It is
 * cos(a/2)|0⟩ + e^{ib} sin(a/2)|1⟩ for the angles a and b, with P exactly and with RZ up to a phase: LaRose and Coyle,
 * Phys. Rev. A 102, 032420 (2020), who take a and b as 2π times features. The last qubit of an odd number has RY alone.
 */
export function denseAngleEncoding(
  angles: readonly Angle[],
  { gate = 'p', ...more }: PhaseEncodingOptions = {},
): Circuit {
  checkNoMore('denseAngleEncoding', more);
  checkAngles('denseAngleEncoding', angles, 2);
  const turn = entryOf(PHASES, gate, 'gate');
  return circuit(
    Math.ceil(angles.length / 2),
    angles.map((angle, k) => (k % 2 === 0 ? ry : turn)(angle, Math.floor(k / 2))),
  );
}
