import type { Program, RotationInstruction } from '@hqnn/sim';
import { variableRotations } from '../shift-terms.ts';

/** A rotation whose angle depends on a weight, and which weight that is. */
export interface Driven {
  readonly rotation: RotationInstruction;
  readonly weight: number;
}

/** The rotations of a program that its weights turn, in order. */
export const drivenBy = (program: Program): readonly Driven[] =>
  variableRotations(program, { features: false }).flatMap((rotation) => {
    const angle = program.slots[rotation.slot];
    return typeof angle === 'number' || angle.weight === undefined ? [] : [{ rotation, weight: angle.weight }];
  });
