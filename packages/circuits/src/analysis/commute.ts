import type { Op } from '../op.ts';
import { qubitsOf } from '../op-parts.ts';
import { axesOf } from './axes.ts';

/**
 * Whether two ops are known to commute. On each qubit that both act on they commute with one axis in common, so both
 * are diagonal there in one basis; or they turn about Pauli words that commute. Where it says no, they may commute still.
 */
export function commute(one: Op, other: Op): boolean {
  const shared = qubitsOf(one).filter((qubit) => qubitsOf(other).includes(qubit));
  const apart = shared.filter((qubit) => !axesOf(one, qubit).some((axis) => axesOf(other, qubit).includes(axis)));
  return apart.length === 0 || (apart.length % 2 === 0 && isWord(one) && isWord(other));
}

/** Whether it is a rotation about one Pauli word, on which it commutes or anticommutes with another. */
const isWord = (op: Op) => 'angle' in op && op.controls.length === 0;
