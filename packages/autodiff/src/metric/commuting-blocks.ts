import type { Instruction, Program } from '@hqnn/sim';
import { axesOf, commuting } from './commuting.ts';
import { drivenBy } from './driven.ts';

/** Rotations that could all act at one place of the circuit, numbered among the driven ones, and what stands before it. */
export interface CommutingBlock {
  readonly members: readonly number[];
  readonly before: readonly Instruction[];
}

/**
 * The driven rotations in as few blocks as there are of them on the longest chain in which none commutes with the next
 * (Mirsky, Am. Math. Mon. 78, 876 (1971)). An instruction depends on those before it that it may not be moved past; the
 * level of one is how many driven rotations its longest chain of dependencies has, itself among them. A rotation depends
 * on none of its level, so all of lower levels can go before the block, and the rest after it.
 */
export function commutingBlocks(program: Program): readonly CommutingBlock[] {
  const { instructions } = program;
  const driven = drivenBy(program);
  const places = new Map(driven.map(({ rotation }, k) => [rotation as Instruction, k]));
  const axes = instructions.map(axesOf);
  const levels: number[] = [];
  for (const [place, instruction] of instructions.entries()) {
    const below = axes.slice(0, place).reduce((most, one, earlier) => {
      return levels[earlier] > most && !commuting(one, axes[place]) ? levels[earlier] : most;
    }, 0);
    levels.push(below + (places.has(instruction) ? 1 : 0));
  }
  const height = levels.reduce((most, level) => Math.max(most, level), 0);
  return Array.from({ length: height }, (_, level) => ({
    members: instructions.flatMap((instruction, place) => {
      const member = places.get(instruction);
      return member !== undefined && levels[place] === level + 1 ? [member] : [];
    }),
    before: instructions.filter((_, place) => levels[place] <= level),
  }));
}
