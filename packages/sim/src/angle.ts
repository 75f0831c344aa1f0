/**
 * scale · x[feature] · θ[weight] + offset, a factor that is not named being 1. Linear in one feature, one
 * weight, or their product, so that shift rules are exact and the chain rule is one line.
 */
export interface LinearAngle {
  readonly scale: number;
  /** A place in the row of features, which differs from sample to sample. */
  readonly feature?: number;
  /** A place among the weights, which all samples share. */
  readonly weight?: number;
  readonly offset: number;
}

/** An angle in radians: fixed, or linear in what the program is run on. */
export type Angle = number | LinearAngle;

/** The angle on the row of features that begins at `start`. */
export function angleAt(angle: Angle, features: ArrayLike<number>, start: number, weights: ArrayLike<number>): number {
  if (typeof angle === 'number') return angle;
  return angle.scale * factor(features, start, angle.feature) * factor(weights, 0, angle.weight) + angle.offset;
}

/** ∂α/∂θ[weight] on that row; 0 for an angle without a weight. */
export function slopeInWeight(angle: LinearAngle, features: ArrayLike<number>, start: number): number {
  return angle.weight === undefined ? 0 : angle.scale * factor(features, start, angle.feature);
}

/** ∂α/∂x[feature]; 0 for an angle without a feature. */
export function slopeInFeature(angle: LinearAngle, weights: ArrayLike<number>): number {
  return angle.feature === undefined ? 0 : angle.scale * factor(weights, 0, angle.weight);
}

function factor(values: ArrayLike<number>, start: number, index: number | undefined): number {
  return index === undefined ? 1 : values[start + index];
}
