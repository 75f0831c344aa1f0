/** A measured value at a place, with its standard error. */
interface Measurement {
  readonly at: number;
  readonly value: number;
  readonly error: number;
}

/** value ≈ intercept + slope · at, with the standard error of the slope and the share R² of the variance that it explains. */
interface Line {
  readonly intercept: number;
  readonly slope: number;
  readonly error: number;
  readonly rSquared: number;
}

/**
 * The line of weighted least squares through measurements at two places or more, each with the weight 1/error². Where
 * they scatter about it by more than their errors tell, the error of the slope is larger by √(χ²/(n − 2)): the scale
 * factor of the Particle Data Group, Review of Particle Physics, section 5.2.2.
 */
export function weightedLine(measurements: readonly Measurement[]): Line {
  const sum = (of: (measurement: Measurement) => number) =>
    measurements.reduce((total, measurement) => total + of(measurement) / measurement.error ** 2, 0);
  const weight = sum(() => 1);
  const [centre, mean] = [sum(({ at }) => at) / weight, sum(({ value }) => value) / weight];
  const spread = sum(({ at }) => (at - centre) ** 2);
  const slope = sum(({ at, value }) => (at - centre) * (value - mean)) / spread;
  const [left, total] = [
    sum(({ at, value }) => (value - mean - slope * (at - centre)) ** 2),
    sum(({ value }) => (value - mean) ** 2),
  ];
  const scale = measurements.length > 2 ? Math.max(1, left / (measurements.length - 2)) : 1;
  return {
    intercept: mean - slope * centre,
    slope,
    error: Math.sqrt(scale / spread),
    rSquared: total > 0 ? 1 - left / total : 1,
  };
}
