import { type Angle, times, written } from '../angle.ts';
import { type Circuit, circuit } from '../circuit.ts';
import { rx, x } from '../op.ts';
import { checkAngles } from './check-angles.ts';

/**
 * The basis state |b₀b₁…⟩, bit q on qubit q. A bit that is a number, 0 or 1, is X or nothing. One that is a feature is
 * RX(π·x): that bit up to a phase where the feature is 0 or 1, and a superposition where it is anything else, so
 * binarise features first.
 */
export function basisEncoding(bits: readonly Angle[]): Circuit {
  checkAngles('basisEncoding', bits);
  return circuit(
    bits.length,
    bits.map((bit, qubit) => {
      if (bit === 0) return [];
      if (bit === 1) return x(qubit);
      if (typeof bit !== 'object' || bit === null || bit.feature === undefined || bit.weight)
        throw new Error(
          `basisEncoding was given ${typeof bit === 'object' && bit ? written(bit) : bit} for qubit ${qubit}. A bit is 0, 1, or a feature that is 0 or 1.`,
        );
      return rx(times(Math.PI, bit), qubit);
    }),
  );
}
