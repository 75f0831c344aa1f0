import { constant, product, projector, scaled, sum } from '@hqnn/circuits';
import { bitsOf, type Observable, type RotationInstruction } from '@hqnn/sim';

/** G of a rotation exp(−iαG), but for a multiple of the identity: ½P, or (phase + ½P) where all controls are 1. */
export function generator({ word, phase, controls }: RotationInstruction): Observable {
  const half = scaled(1 / 2, { terms: [{ coefficient: 1, word }] });
  if (controls === 0) return half;
  const on = bitsOf(controls);
  return product(projector('1'.repeat(on.length), ...on), sum(constant(phase), half));
}
