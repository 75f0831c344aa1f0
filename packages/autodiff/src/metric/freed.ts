import { angleAt, type Instruction, type Program, rowsIn } from '@hqnn/sim';
import { type Driven, drivenBy } from './driven.ts';

/** A program whose rows may differ in angles that were one for all of them. */
export interface Freed {
  /** Without weights: the angle of each driven rotation is a feature of its own, after those that there were. */
  readonly program: Program;
  readonly driven: readonly Driven[];
  /** The angle of every driven rotation: rows × driven. */
  angles(features: ArrayLike<number>, weights: ArrayLike<number>): Float64Array;
}

const known = new WeakMap<Program, Freed>();

/**
 * The program with every angle that depends on a weight set free, so that one call runs it at many angles: as many rows,
 * each its features and its angles. It gives the same states but for a phase, which nothing tells. Worked out once for
 * each program.
 */
export function freed(program: Program): Freed {
  const found = known.get(program) ?? made(program);
  known.set(program, found);
  return found;
}

function made(program: Program): Freed {
  const driven = drivenBy(program);
  const slots = [...program.slots];
  driven.forEach(({ rotation }, k) => {
    slots[rotation.slot] = { scale: 1, feature: program.features + k, offset: 0 };
  });
  const instructions = program.instructions.map(unphased);
  return {
    program: { ...program, features: program.features + driven.length, weights: 0, slots, instructions },
    driven,
    angles: (features, weights) =>
      Float64Array.from({ length: rowsIn(program, features) * driven.length }, (_, place) => {
        const [row, k] = [Math.floor(place / driven.length), place % driven.length];
        return angleAt(program.slots[driven[k].rotation.slot], features, row * program.features, weights);
      }),
  };
}

/** Without the phase that a rotation gives to the whole state; under a control it is one between two parts of it. */
const unphased = (instruction: Instruction): Instruction =>
  instruction.kind === 'rotation' && instruction.controls === 0 ? { ...instruction, phase: 0 } : instruction;
