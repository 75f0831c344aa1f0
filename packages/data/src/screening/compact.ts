/** A number in four digits, as short as it can be: 0.8440, 4881, 3.10e-7. */
export const compact = (value: number): string =>
  value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e4) ? value.toExponential(2) : value.toPrecision(4);
