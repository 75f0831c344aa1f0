import { type Program, type RotationInstruction, slopeInFeature, slopeInWeight, type Wanted } from '@hqnn/sim';

/** How one rotation's angle depends on the variables: all weights, and after them the features. */
export interface SlotChain {
  /** ∂α/∂v of each variable v that it depends on. */
  readonly slopes: readonly { readonly variable: number; readonly slope: number }[];
  /** ∂²α/∂θ∂x of the angle scale·x·θ. */
  readonly mixed?: { readonly weight: number; readonly feature: number; readonly slope: number };
}

/** The chain rule of each rotation, on one row. */
export function slotChains(
  program: Program,
  rotations: readonly RotationInstruction[],
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  wanted: Wanted,
): readonly SlotChain[] {
  return rotations.map(({ slot }) => {
    const angle = program.slots[slot];
    if (typeof angle === 'number') return { slopes: [] };
    const { weight, scale } = angle;
    const feature = wanted.features && angle.feature !== undefined ? program.weights + angle.feature : undefined;
    return {
      slopes: [
        ...(weight === undefined ? [] : [{ variable: weight, slope: slopeInWeight(angle, features, 0) }]),
        ...(feature === undefined ? [] : [{ variable: feature, slope: slopeInFeature(angle, weights) }]),
      ],
      ...(weight === undefined || feature === undefined ? {} : { mixed: { weight, feature, slope: scale } }),
    };
  });
}

/** Whether some of the rotations have an angle θ·x of which both factors are variables. */
export const hasProducts = ({ slots }: Program, rotations: readonly RotationInstruction[], wanted: Wanted): boolean =>
  wanted.features &&
  rotations.some(({ slot }) => {
    const angle = slots[slot];
    return typeof angle !== 'number' && angle.weight !== undefined && angle.feature !== undefined;
  });

/** Adds ∂f/∂α · ∂²α/∂θ∂x of each rotation. */
export function addMixed(
  hessian: readonly Float64Array[],
  chains: readonly SlotChain[],
  first: readonly number[],
): void {
  chains.forEach(({ mixed }, s) => {
    if (!mixed) return;
    hessian[mixed.weight][mixed.feature] += first[s] * mixed.slope;
    hessian[mixed.feature][mixed.weight] += first[s] * mixed.slope;
  });
}

/** Zeros, a row and a column for each variable. */
export function square({ weights, features }: Program, wanted: Wanted): readonly Float64Array[] {
  const size = weights + (wanted.features ? features : 0);
  return Array.from({ length: size }, () => new Float64Array(size));
}
