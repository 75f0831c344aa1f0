// Between rows, a sample after another and in double precision, as JavaScript has them, and lanes, a number of every sample
// of a chunk side by side.

/** Rows of the chunk, `count` numbers each, to lanes. Lanes past the last row get its numbers again, or 0. */
export function toLanes<T>(
  rows: usize, count: u32, rowCount: u32, lanes: u32, chunk: u32, to: usize, repeats: bool,
): void {
  const stride = count << 3;
  const first = chunk * lanes;
  const valid = min<u32>(lanes, rowCount - first);
  for (let k: u32 = 0; k < count; k++) {
    let src = rows + first * stride + (k << 3);
    let value: T = <T>0;
    for (const end = src + valid * stride; src < end; src += stride) {
      value = <T>load<f64>(src);
      store<T>(to, value);
      to += sizeof<T>();
    }
    if (!repeats) value = <T>0;
    for (let lane = valid; lane < lanes; lane++) {
      store<T>(to, value);
      to += sizeof<T>();
    }
  }
}

/** Lanes to rows of the chunk, as far as there are rows. */
export function toRows<T>(lanesAt: usize, count: u32, rowCount: u32, lanes: u32, chunk: u32, rows: usize): void {
  const stride = count << 3;
  const first = chunk * lanes;
  const valid = min<u32>(lanes, rowCount - first);
  for (let k: u32 = 0; k < count; k++) {
    let dst = rows + first * stride + (k << 3);
    let src = lanesAt + k * lanes * sizeof<T>();
    for (const end = dst + valid * stride; dst < end; dst += stride) {
      store<f64>(dst, <f64>load<T>(src));
      src += sizeof<T>();
    }
  }
}
