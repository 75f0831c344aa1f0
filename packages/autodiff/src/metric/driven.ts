import type { Program, RotationInstruction } from '@hqnn/sim';

/** A rotation whose angle depends on a weight, and which weight that is. */
export interface Driven {
  readonly rotation: RotationInstruction;
  readonly weight: number;
}

/** The rotations of a program that its weights turn, in order. */
export const drivenBy = ({ instructions, slots }: Program): readonly Driven[] =>
  instructions.flatMap((rotation) => {
    const angle = rotation.kind === 'rotation' ? slots[rotation.slot] : 0;
    return rotation.kind !== 'rotation' || typeof angle === 'number' || angle.weight === undefined
      ? []
      : [{ rotation, weight: angle.weight }];
  });
