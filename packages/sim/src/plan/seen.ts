import { actedOn, controlsOf, type Instruction, type Observable, type Program } from '../program.ts';
import { monomialOf } from './monomial.ts';

/**
 * The instructions that some observable can see, from the last to the first: one that touches no qubit of the
 * observables commutes with them, and so does a diagonal one where they are diagonal. A jump is always seen: a row in which
 * it has not been decided is not that row.
 */
export function seenBy(observables: readonly Observable[], { instructions }: Program): readonly Instruction[] {
  const words = observables.flatMap(({ terms }) => terms.map(({ word }) => word));
  // The qubits that the observables, moved to the front of what was looked at, act on; and those where they are not diagonal.
  let support = words.reduce((mask, { x, z }) => mask | x | z, 0);
  let mixed = words.reduce((mask, { x }) => mask | x, 0);
  const seen = instructions.toReversed().filter((instruction) => {
    const acted = actedOn(instruction) | controlsOf(instruction);
    const kind = kindOf(instruction);
    if (kind !== 'jump' && (acted & support) === 0) return false;
    if (kind === 'diagonal' && (acted & mixed) === 0) return false;
    support |= acted;
    // A permutation keeps diagonal what is diagonal on all of its qubits.
    if (kind === 'jump' || kind === 'other' || (acted & mixed) !== 0) mixed |= acted;
    return true;
  });
  return seen.toReversed();
}

function kindOf(instruction: Instruction): 'diagonal' | 'permutation' | 'jump' | 'other' {
  if (instruction.kind === 'damping') return 'jump';
  if (instruction.kind === 'rotation') return instruction.word.x === 0 ? 'diagonal' : 'other';
  const monomial = monomialOf(instruction.matrix);
  if (!monomial) return 'other';
  return monomial.images.every((image, k) => image === k) ? 'diagonal' : 'permutation';
}
