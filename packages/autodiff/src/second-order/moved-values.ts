import { type Program, type Shift, type Simulator, shifted } from '@hqnn/sim';
import type { Moved, SlotRules } from './slot-derivatives.ts';

/** All points at which rules ask for the expectation value of a program, each once. */
export interface MovedValues {
  readonly executions: number;
  /** What is found there, on one row of features. */
  at(simulator: Simulator, features: ArrayLike<number>, weights: ArrayLike<number>): Moved;
}

/** Points that are one shift away from a program, and what they are known by. */
interface Near {
  readonly program: Program;
  readonly keys: string[];
  readonly shifts: Shift[];
}

/** Asks the rules what they will ask for, and makes the programs for it: one for all points with the same first of two shifts. */
export function movedValues(program: Program, rules: SlotRules): MovedValues {
  const groups = new Map<string, Near>();
  const asked = new Set<string>();
  rules((...shifts) => {
    const key = keyOf(shifts);
    const last = shifts.at(-1);
    if (last && !asked.has(key)) {
      const before = shifts.slice(0, -1);
      const group = groups.get(keyOf(before)) ?? { program: shifted(program, ...before), keys: [], shifts: [] };
      groups.set(keyOf(before), group);
      group.keys.push(key);
      group.shifts.push(last);
    }
    asked.add(key);
    return 0;
  });
  return {
    executions: asked.size,
    at: (simulator, features, weights) => {
      const values = new Map<string, number>();
      if (asked.has('')) values.set('', simulator.run(program, features, weights)[0]);
      for (const near of groups.values()) {
        const found = simulator.runShifted(near.program, features, weights, near.shifts);
        near.keys.forEach((key, k) => values.set(key, found[k]));
      }
      return (...shifts) => values.get(keyOf(shifts)) ?? Number.NaN;
    },
  };
}

const keyOf = (shifts: readonly Shift[]) => shifts.map(({ slot, shift }) => `${slot}:${shift}`).join();
