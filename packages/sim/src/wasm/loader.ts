import type { Goal } from '../plan/plan.ts';
import { planOf } from '../plan/plan-of.ts';
import type { Program } from '../program.ts';
import type { Arena } from './arena.ts';
import type { ChunkCallName } from './engine.ts';
import { type Image, imageOf } from './image.ts';
import { type Workspace, type WorkspaceOptions, workspace } from './workspace.ts';

/** A program in the kernels' memory, with room for a call. */
export interface Loaded {
  readonly image: Image;
  readonly room: Workspace;
}

/** The programs in the kernels' memory: each made when it is first asked for, all forgotten when they take too much. */
export type Loader = (program: Program, options: WorkspaceOptions) => Loaded;

/** Bytes above which what is not in use is forgotten. */
const MOST_IN_USE = 2 ** 26;
/** So many programs are known at once: what is known of one takes room outside of the kernels' memory too. */
const MOST_PROGRAMS = 256;

interface Known {
  readonly image: Image;
  readonly rooms: Partial<Record<ChunkCallName, Workspace>>;
}

/** Programs are placed behind what is in use now. */
export function loader(arena: Arena, fuse: boolean): Loader {
  const bottom = arena.top;
  /** What was in use when the last room was made: what came since are lists of shifts, and none is needed twice. */
  let settled = bottom;
  const known = { values: new Map<Program, Known>(), states: new Map<Program, Known>() };
  const forget = () => {
    known.values.clear();
    known.states.clear();
    arena.release(bottom);
  };
  const load = (program: Program, options: WorkspaceOptions): Loaded => {
    const goal: Goal = options.call === 'states' ? 'state' : program;
    const images = goal === 'state' ? known.states : known.values;
    let found = images.get(program);
    if (!found) {
      found = { image: imageOf(arena, planOf(program, goal, { fuse }), program), rooms: {} };
      images.set(program, found);
    }
    const room = found.rooms[options.call];
    if (room && fits(room, options)) return { image: found.image, room };
    const made = workspace(arena, found.image, program, roomier(options));
    found.rooms[options.call] = made;
    return { image: found.image, room: made };
  };
  return (program, options) => {
    const goal = options.call === 'states' ? known.states : known.values;
    const room = goal.get(program)?.rooms[options.call];
    const ready = room && fits(room, options);
    const many = known.values.size + known.states.size > MOST_PROGRAMS;
    if ((many && !ready) || arena.top > (ready ? settled : bottom) + MOST_IN_USE) forget();
    const loaded = load(program, options);
    if (!ready) settled = arena.top;
    return loaded;
  };
}

const fits = (room: Workspace, { rows, lanes, outputsPerRow, threads }: WorkspaceOptions) =>
  room.lanes === lanes && room.rows >= rows && room.outputsPerRow >= outputsPerRow && room.frames.length >= threads;

/** Room for the next power of two, so that batches that grow do not each leave a smaller room behind. */
const roomier = (options: WorkspaceOptions) => ({ ...options, rows: 2 ** Math.ceil(Math.log2(options.rows)) });
