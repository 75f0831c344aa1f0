import { actedOn, controlsOf, type Program } from '@hqnn/sim';

/**
 * The qubits on which outcomes may differ with the angle of a slot, as a bit mask: those of its rotation, and of what comes
 * behind and meets them. Words on other qubits have no slope in it.
 */
export function movedQubits({ instructions }: Program, slot: number): number {
  const place = instructions.findIndex((instruction) => instruction.kind === 'rotation' && instruction.slot === slot);
  return instructions.slice(place).reduce((moved, instruction, k) => {
    const met = actedOn(instruction) | controlsOf(instruction);
    return k === 0 || (moved & met) !== 0 ? moved | met : moved;
  }, 0);
}
