import { eigenvaluesOf, gapsOf, type Program, type RotationInstruction } from '@hqnn/sim';

/** Rotations by one feature x whose frequencies are whole multiples of one unit, up to `degree` of it in all. */
export interface Encoded {
  readonly unit: number;
  readonly degree: number;
  /** The slots, and what x is multiplied by in each. */
  readonly members: readonly { readonly slot: number; readonly scale: number }[];
}

/** How far a ratio of frequencies may be from a whole number. */
const WHOLE = 1e-12;

/** The rotations that depend on the feature, commensurate ones together where that makes a smaller grid. */
export function encodedGroups(program: Program, feature: number, weights: ArrayLike<number>): readonly Encoded[] {
  const single = program.instructions.flatMap((instruction) =>
    instruction.kind === 'rotation' ? encodedBy(program, instruction, feature, weights) : [],
  );
  return [...single].sort((a, b) => a.unit - b.unit).reduce<readonly Encoded[]>(withOne, []);
}

/** What the rotation encodes; nothing where it does not depend on the feature, or times 0. */
function encodedBy(
  { slots }: Program,
  rotation: RotationInstruction,
  feature: number,
  weights: ArrayLike<number>,
): readonly Encoded[] {
  const angle = slots[rotation.slot];
  if (typeof angle === 'number' || angle.feature !== feature) return [];
  const scale = angle.scale * (angle.weight === undefined ? 1 : weights[angle.weight]);
  if (scale === 0) return [];
  const { unit, degree } = commensurate(rotation);
  return [{ unit: unit * Math.abs(scale), degree, members: [{ slot: rotation.slot, scale }] }];
}

/** The largest unit of which all frequencies in the angle are multiples, and the largest multiple. */
function commensurate(rotation: RotationInstruction): { readonly unit: number; readonly degree: number } {
  const gaps = gapsOf(eigenvaluesOf(rotation));
  const [least, widest] = [gaps[0], gaps[gaps.length - 1]];
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const unit = least / parts;
    if (gaps.every((gap) => isWhole(gap / unit))) return { unit, degree: Math.round(widest / unit) };
  }
  throw new Error(
    `A rotation under a control has the frequencies ${gaps.join(', ')} in its angle, which are no multiples of one. A spectrum is of those that are.`,
  );
}

/** The smallest gap of a spectrum is a multiple of the unit by so much at most. */
const MOST_PARTS = 64;

/** The groups with one more: with its own, or in one whose unit it is a multiple of, if the grid is smaller for it. */
function withOne(groups: readonly Encoded[], one: Encoded): readonly Encoded[] {
  const joined = groups.map((group) => {
    const multiple = one.unit / group.unit;
    const degree = group.degree + Math.round(multiple) * one.degree;
    return isWhole(multiple) && 2 * degree + 1 <= (2 * group.degree + 1) * (2 * one.degree + 1)
      ? { unit: group.unit, degree, members: [...group.members, ...one.members] }
      : undefined;
  });
  const place = joined.findIndex((group) => group !== undefined);
  return place < 0 ? [...groups, one] : groups.map((group, k) => (k === place ? (joined[k] ?? group) : group));
}

const isWhole = (ratio: number) => Math.abs(ratio - Math.round(ratio)) < WHOLE * ratio;
