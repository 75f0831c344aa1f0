/** A number as OpenQASM writes it, read back to the same bits: as a fraction of π where it is one, else with a point. */
export function writtenNumber(value: number): string {
  const multiple = DENOMINATORS.flatMap((below) => {
    const above = Math.round((value * below) / Math.PI);
    const isShort = above !== 0 && Math.abs(above) <= MOST;
    return isShort && (above * Math.PI) / below === value ? [fraction(above, below)] : [];
  });
  return multiple[0] ?? pointed(value);
}

/** A larger multiple of π says no more than its digits. */
const MOST = 1000;

const DENOMINATORS = [1, 2, 3, 4, 6, 8, 12, 16, 32, 64];

const fraction = (above: number, below: number) =>
  `${above === 1 ? '' : above === -1 ? '-' : `${above}*`}pi${below === 1 ? '' : `/${below}`}`;

/** A number with neither point nor exponent would be a whole number, which is no angle. */
function pointed(value: number): string {
  const text = `${Object.is(value, -0) ? 0 : value}`;
  return /[.e]/.test(text) ? text : `${text}.0`;
}
