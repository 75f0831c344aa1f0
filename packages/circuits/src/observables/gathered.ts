/** The bits of `value` at these places, the first of them lowest: what `spread` of @hqnn/sim put there. */
export function gathered(value: number, places: readonly number[]): number {
  let bits = 0;
  for (let bit = 0; bit < places.length; bit++) bits |= ((value >> places[bit]) & 1) << bit;
  return bits;
}
