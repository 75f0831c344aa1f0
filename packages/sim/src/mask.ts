/** The places of the ones in `mask`, from the lowest. */
export const bitsOf = (mask: number) => [...Array(31).keys()].filter((bit) => (mask >>> bit) & 1);

/** The mask with ones at these places. */
export const maskOf = (bits: readonly number[]) => bits.reduce((mask, bit) => mask | (1 << bit), 0);

/** Whether `mask` has exactly one 1. */
export const isSingle = (mask: number) => mask !== 0 && (mask & (mask - 1)) === 0;

/** The bits of `value`, from the lowest, put at these places. */
export const spread = (value: number, places: readonly number[]) =>
  places.reduce((mask, place, bit) => mask | (((value >> bit) & 1) << place), 0);

/** The bits of `value` at these places, the first of them lowest: what `spread` put there. */
export function gathered(value: number, places: readonly number[]): number {
  let bits = 0;
  for (let bit = 0; bit < places.length; bit++) bits |= ((value >> places[bit]) & 1) << bit;
  return bits;
}
