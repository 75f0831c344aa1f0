import { checkShifts } from './check.ts';
import type { Program } from './program.ts';
import type { Shift } from './simulator.ts';

/** The program with the angles of these slots moved; shifts of one slot add up. */
export function shifted(program: Program, ...shifts: readonly Shift[]): Program {
  checkShifts(program, shifts);
  const slots = [...program.slots];
  for (const { slot, shift } of shifts) {
    const angle = slots[slot];
    slots[slot] = typeof angle === 'number' ? angle + shift : { ...angle, offset: angle.offset + shift };
  }
  return { ...program, slots };
}
