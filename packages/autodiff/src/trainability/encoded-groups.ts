import { eigenvaluesOf, gapsOf, type Program, type RotationInstruction } from '@hqnn/sim';

/** Rotations by one feature x whose frequencies are whole multiples of one unit. */
export interface Encoded {
  readonly unit: number;
  /** The multiples that all rotations together can reach, of either sign. */
  readonly orders: readonly number[];
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
  const { unit, orders } = commensurate(rotation);
  return [{ unit: unit * Math.abs(scale), orders, members: [{ slot: rotation.slot, scale }] }];
}

/** The largest unit of which all frequencies in the angle are multiples, and these multiples. */
function commensurate(rotation: RotationInstruction): Pick<Encoded, 'unit' | 'orders'> {
  const gaps = gapsOf(eigenvaluesOf(rotation));
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const unit = gaps[0] / parts;
    const multiples = gaps.map((gap) => Math.round(gap / unit));
    if (gaps.every((gap) => isWhole(gap / unit)))
      return { unit, orders: [0, ...multiples, ...multiples.map((multiple) => -multiple)] };
  }
  throw new Error(
    `A rotation under a control has the frequencies ${gaps.join(', ')} in its angle, which are no multiples of one. A spectrum is of those that are.`,
  );
}

/** The smallest gap of a spectrum is a multiple of the unit by so much at most. */
const MOST_PARTS = 64;

/** The groups with one more: in one whose unit its own is a multiple of, if the grid is no larger for it, or by itself. */
function withOne(groups: readonly Encoded[], one: Encoded): readonly Encoded[] {
  // With a unit of m times that of a group of degree D, 2(D + md) + 1 points are no more than (2D + 1)(2d + 1).
  const place = groups.findIndex(
    (group) => isWhole(one.unit / group.unit) && Math.round(one.unit / group.unit) <= 2 * degreeOf(group) + 1,
  );
  return place < 0
    ? [...groups, one]
    : groups.map((group, k) => (k === place ? joined(group, one, Math.round(one.unit / group.unit)) : group));
}

function joined(group: Encoded, one: Encoded, multiple: number): Encoded {
  const sums = group.orders.flatMap((order) => one.orders.map((other) => order + multiple * other));
  return { unit: group.unit, orders: [...new Set(sums)], members: [...group.members, ...one.members] };
}

/** The largest multiple of its unit. */
export const degreeOf = ({ orders }: Encoded) => Math.max(...orders);

const isWhole = (ratio: number) => Math.abs(ratio - Math.round(ratio)) < WHOLE * ratio;
