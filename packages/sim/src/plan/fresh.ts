import { maskOf } from '../mask.ts';
import { isIdentity } from './affine.ts';
import type { Step } from './step.ts';

/**
 * The steps without what does nothing to |0…0⟩: a sign on a qubit that is still |0⟩ is 1, and a CNOT from it leaves all
 * as it was; nor does such a qubit fall. Phases of the whole state are left out too unless `whole` asks for them.
 */
export function withoutIdle(steps: readonly Step[], touched: number, whole: boolean): readonly Step[] {
  let live = touched;
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind === 'phase') {
      const words = step.words
        .map(({ mask, coefficient }) => ({ mask: mask & live, coefficient }))
        .filter(({ mask }) => whole || mask !== 0);
      return words.length === 0 ? [] : [{ ...step, words }];
    }
    if (step.kind === 'damping') return (live >>> step.qubit) & 1 ? [step] : [];
    if (step.kind === 'move') {
      const reached = { rows: step.map.rows.map((row, qubit) => row & (live | (1 << qubit))), flips: step.map.flips };
      if (isIdentity(reached)) return [];
      live |= step.reads;
    } else if (step.kind === 'rotate') live |= 1 << step.qubit;
    else if (step.kind === 'word') live |= step.word.x;
    else live |= maskOf(step.targets);
    return [step];
  });
}
