import type { Goal } from '../plan/plan.ts';
import { planOf } from '../plan/plan-of.ts';
import type { Program } from '../program.ts';
import type { Arena } from './arena.ts';
import { type Image, imageOf } from './image.ts';

/** The image of a program for expectation values or for the whole state, made when it is first asked for. */
export type Images = (program: Program, goal: 'values' | 'state') => Image;

/** Above so many bytes all images are forgotten, and made again when they are asked for. */
const MOST_BYTES = 2 ** 26;

export function images(arena: Arena, fuse: boolean): Images {
  const bottom = arena.top;
  let known = new Map<Program, Partial<Record<'values' | 'state', Image>>>();
  return (program, goal) => {
    const found = known.get(program)?.[goal];
    if (found) return found;
    if (arena.top - bottom > MOST_BYTES) {
      known = new Map();
      arena.release(bottom);
    }
    const seen: Goal = goal === 'state' ? 'state' : program;
    const image = imageOf(arena, planOf(program, seen, { fuse }), program);
    known.set(program, { ...known.get(program), [goal]: image });
    return image;
  };
}
