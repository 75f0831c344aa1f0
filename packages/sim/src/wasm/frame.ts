import type { Program } from '../program.ts';
import type { Arena } from './arena.ts';
import type { Image } from './image.ts';
import { type Fields, sizeOf, write } from './record.ts';

/** How many samples go side by side, and how many states of them are kept. */
export interface FrameShape {
  readonly lanes: number;
  readonly slots: number;
  /** Whether there is a way back. */
  readonly back: boolean;
}

/** What one thread works in. */
export interface Frame {
  /** The address of its record. */
  readonly address: number;
  /** The address of the results of the way back. */
  readonly results: number;
}

/** Bytes of a chunk's state. */
export const slotBytes = ({ width }: Arena, qubits: number, lanes: number) => 2 * 2 ** qubits * lanes * width;

/** Bytes of a frame, to the nearest few. */
export function frameBytes(arena: Arena, image: Image, program: Program, shape: FrameShape): number {
  return Object.values(partsOf(arena, image, program, shape)).reduce((sum, bytes) => sum + bytes + 16, 256);
}

/** A frame behind what is in use. */
export function placeFrame(arena: Arena, image: Image, program: Program, shape: FrameShape): Frame {
  const address = arena.take(sizeOf('Frame'));
  const { sums, ...parts } = partsOf(arena, image, program, shape);
  const addresses = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, arena.take(bytes)])) as {
    readonly [Name in keyof typeof parts]: number;
  };
  const fields: Fields<'Frame'> = {
    ...addresses,
    slotBytes: slotBytes(arena, program.qubits, shape.lanes),
    sums: arena.take(sums),
    sumBytes: sums,
  };
  write(arena, address, 'Frame', fields);
  return { address, results: addresses.results };
}

function partsOf(arena: Arena, image: Image, program: Program, { lanes, slots, back }: FrameShape) {
  const slot = slotBytes(arena, program.qubits, lanes);
  const part = lanes * arena.width;
  const words = image.plan.measurement.words.length;
  const { dialCount } = image.wiring;
  return {
    states: slots * slot,
    lambda: back ? slot : 0,
    spare: back ? slot : 0,
    scratch: slot,
    features: program.features * part,
    dials: 2 * dialCount * part,
    raw: back ? dialCount * part : 0,
    values: words * part,
    along: Math.max(2, words) * part,
    outputs: program.observables.length * part,
    norms: part,
    slopes: back ? program.features * part : 0,
    results: 8 * image.resultCount,
    sums: back ? image.sumBytes : 0,
  };
}
