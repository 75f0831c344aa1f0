import type { Angle } from '../angle.ts';
import { checkNoMore } from '../check.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { entryOf } from '../entry-of.ts';
import { h, p, rz } from '../op.ts';
import { checkAngles } from './check-angles.ts';

/** The gates that turn the phase between |0⟩ and |1⟩. */
export const PHASES = { rz, p };

/** Which gate turns the phase. */
export interface PhaseEncodingOptions {
  readonly gate?: keyof typeof PHASES;
}

/**
 * (|0⟩ + e^{ia}|1⟩)/√2 on each qubit, for its angle a: H, then RZ (up to a phase) or P (exactly), RZ if none is given.
 * ⟨Z⟩ is 0 whatever the angles are, until an ansatz follows.
 */
export function phaseEncoding(angles: readonly Angle[], { gate = 'rz', ...more }: PhaseEncodingOptions = {}): Circuit {
  checkNoMore('phaseEncoding', more);
  checkAngles('phaseEncoding', angles);
  const turn = entryOf(PHASES, gate, 'gate');
  return circuit(
    angles.length,
    angles.map((angle, qubit) => [h(qubit), turn(angle, qubit)]),
  );
}
