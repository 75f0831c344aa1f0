import type { Program } from '../program.ts';
import { withoutIdle } from './fresh.ts';
import { ending } from './measurement.ts';
import type { Goal, Place, Plan } from './plan.ts';
import { scheduled } from './schedule.ts';
import { seenBy } from './seen.ts';
import { stepsOf } from './step.ts';

/** How a program is planned. */
export interface PlanOptions {
  /** Whether steps share passes, and what nothing sees is left out; else each step is a pass of its own. */
  readonly fuse?: boolean;
  /** Whether it is for one sample: then no angle differs from sample to sample, and no rotation moves into what is measured. */
  readonly oneRow?: boolean;
}

/** The program as few passes over the state, which give the same as its instructions one by one. */
export function planOf(program: Program, goal: Goal, { fuse = true, oneRow = false }: PlanOptions = {}): Plan {
  const { qubits, slots, initial } = program;
  const perSample = (slot: number) => {
    const angle = slots[slot];
    return !oneRow && typeof angle !== 'number' && angle.feature !== undefined;
  };
  const whole = goal === 'state';
  const instructions = whole || !fuse ? program.instructions : seenBy(goal.observables, program);
  const all = instructions.flatMap((instruction) => stepsOf(qubits, instruction));
  const steps = fuse ? withoutIdle(all, initial ? -1 : 0, whole) : all;
  const { passes, places } = scheduled(qubits, steps, perSample, fuse);
  const first = fuse && !initial && passes[0]?.kind === 'rotate' ? passes[0] : undefined;
  const rest = first ? passes.slice(1) : passes;
  const end = ending(rest, whole ? [] : goal.observables, fuse && !whole && !oneRow ? perSample : undefined);
  // What was moved into the start acts behind it, what was moved into the measurement before it.
  const entrance = (before: number) => Math.min(Math.max(0, first ? before - 1 : before), end.passes.length);
  return {
    qubits,
    start: first?.turns ?? [],
    passes: end.passes,
    measurement: end.measurement,
    places: slots.map((_, slot) => {
      const { before, generators } = places.get(slot) ?? NOWHERE;
      return { before: entrance(before), generators };
    }),
  };
}

/** Nothing is seen of the slot. */
const NOWHERE: Place = { before: 0, generators: [] };
