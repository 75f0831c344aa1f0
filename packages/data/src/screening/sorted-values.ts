/**
 * The values in ascending order, −0 before 0; none may be NaN. By their bits, 11 at a time from the least significant, as
 * the bits of floating-point numbers stand in their order once the sign is seen to: several times as fast as `toSorted`.
 */
export function sortedValues(values: Float32Array): Float32Array {
  const { length } = values;
  const bits = new Uint32Array(values.buffer, values.byteOffset, length);
  let from = new Uint32Array(length);
  let to = new Uint32Array(length);
  const starts = [0, 11, 22].map(() => new Uint32Array(2048));
  const [low, middle, high] = starts;
  for (let k = 0; k < length; k++) {
    // All bits of a negative number are turned over, of another only the sign.
    const key = (bits[k] ^ ((bits[k] >> 31) | SIGN)) >>> 0;
    from[k] = key;
    low[key & 2047]++;
    middle[(key >>> 11) & 2047]++;
    high[key >>> 22]++;
  }
  starts.forEach((counts, pass) => {
    let sum = 0;
    for (let digit = 0; digit < 2048; digit++) {
      const count = counts[digit];
      counts[digit] = sum;
      sum += count;
    }
    for (let k = 0; k < length; k++) to[counts[(from[k] >>> (11 * pass)) & 2047]++] = from[k];
    [from, to] = [to, from];
  });
  for (let k = 0; k < length; k++) from[k] ^= from[k] >>> 31 === 1 ? SIGN : ALL;
  return new Float32Array(from.buffer);
}

const SIGN = 0x80000000;
const ALL = 0xffffffff;
