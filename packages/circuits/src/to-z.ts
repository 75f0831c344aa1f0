import { h, type Op, sdg } from './op.ts';

/** The ops that turn a Pauli letter on a qubit into Z: VPV† = Z. Their inverses turn it back. */
export const TO_Z: Readonly<Record<string, (qubit: number) => readonly Op[]>> = {
  I: () => [],
  X: (qubit) => [h(qubit)],
  Y: (qubit) => [sdg(qubit), h(qubit)],
  Z: () => [],
};
