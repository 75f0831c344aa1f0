import type { Program } from '../program.ts';
import type { Arena } from './arena.ts';
import type { ChunkCallName } from './engine.ts';
import type { Image } from './image.ts';
import { MOST_KEPT, slotBytes } from './lanes.ts';
import { type Fields, fieldsOf, place } from './record.ts';

/** A chunk call's room in the kernels' memory, for so many rows: what goes in, what comes out, and a frame a thread. */
export interface Workspace {
  readonly call: ChunkCallName;
  readonly lanes: number;
  /** As many rows as there is room for. */
  readonly rows: number;
  /** How many numbers come out for each row. */
  readonly outputsPerRow: number;
  /** Addresses of numbers in double precision, whatever the simulator's is: they come and go as they are. */
  readonly features: number;
  readonly outputs: number;
  readonly cotangents: number;
  readonly slopes: number;
  /** Addresses of a frame for each thread. */
  readonly frames: readonly number[];
  /** Where each shard leaves the sums of the way back. */
  readonly results: number;
  /** Whether the way back undoes the state, instead of finding it where it was kept. */
  readonly undoes: boolean;
}

/** As many shards as a job ever has: each sums on its own, so that the sums are those of the shards and not of the threads. */
export const MOST_SHARDS = 16;

/** What a workspace is to hold. */
export interface WorkspaceOptions {
  readonly call: ChunkCallName;
  readonly rows: number;
  readonly lanes: number;
  readonly outputsPerRow: number;
  readonly threads: number;
}

/** A workspace behind what is in use. */
export function workspace(arena: Arena, image: Image, program: Program, options: WorkspaceOptions): Workspace {
  const { call, rows, lanes, outputsPerRow, threads } = options;
  const slot = slotBytes(arena, program.qubits, lanes);
  const undoes = image.keptSlots * slot > MOST_KEPT;
  const slots = {
    run: 2,
    states: 2,
    runShifted: image.plan.passes.length + 3,
    pullBack: undoes ? 2 : image.keptSlots,
  }[call];
  const back = call === 'pullBack';
  return {
    ...options,
    undoes,
    features: arena.take(8 * rows * program.features),
    outputs: arena.take(8 * rows * outputsPerRow),
    cotangents: arena.take(back ? 8 * rows * program.observables.length : 0),
    slopes: arena.take(back ? 8 * rows * program.features : 0),
    results: arena.take(back ? 8 * MOST_SHARDS * image.resultCount : 0),
    frames: Array.from({ length: threads }, () => placeFrame(arena, image, program, { lanes, slots, back })),
  };
}

interface FrameShape {
  readonly lanes: number;
  readonly slots: number;
  readonly back: boolean;
}

function placeFrame(arena: Arena, image: Image, program: Program, { lanes, slots, back }: FrameShape): number {
  const slot = slotBytes(arena, program.qubits, lanes);
  const part = lanes * arena.width;
  const words = image.plan.measurement.words.length;
  const { dialCount } = image.wiring;
  const onTheWayBack = (bytes: number) => arena.take(back ? bytes : 0);
  const fields: Fields<'Frame'> = {
    states: arena.take(slots * slot),
    slotBytes: slot,
    lambda: onTheWayBack(slot),
    spare: onTheWayBack(slot),
    scratch: arena.take(slot),
    product: arena.take(program.initial ? 0 : slot),
    features: arena.take(program.features * part),
    dials: arena.take(2 * dialCount * part),
    raw: onTheWayBack(dialCount * part),
    values: arena.take(words * part),
    along: arena.take(Math.max(2, words) * part),
    outputs: arena.take(program.observables.length * part),
    norms: arena.take(part),
    slopes: onTheWayBack(program.features * part),
    sums: onTheWayBack(image.sumBytes),
    sumBytes: image.sumBytes,
    // Each shard's own, told with the call.
    results: 0,
  };
  return place(arena, 'Frame', [fields]);
}

const PROGRAM = fieldsOf('Program');

/** Tells the program record of the workspace, and of so many rows in it. */
export function open({ integers }: Arena, { program }: Image, at: Workspace, rows: number): void {
  const start = program / 4;
  integers[start + PROGRAM.lanes] = at.lanes;
  integers[start + PROGRAM.rows] = rows;
  integers[start + PROGRAM.features] = at.features;
  integers[start + PROGRAM.outputs] = at.outputs;
  integers[start + PROGRAM.cotangents] = at.cotangents;
  integers[start + PROGRAM.slopes] = at.slopes;
  integers[start + PROGRAM.undoes] = at.undoes ? 1 : 0;
}
