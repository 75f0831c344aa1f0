// Everything that is diagonal for all samples alike, and a permutation, in one sweep: a table of 2ⁿ complex numbers, and
// where each amplitude comes from. `table` has a real and an imaginary part an amplitude; `source` is 0 where none moves.
import { VECTOR, add, at, mul, put, splatAt, sub } from './vector';

/** out[k] = table[k] · in[source[k]] */
export function diagonal<T>(src: usize, dst: usize, size: u32, lanes: usize, table: usize, source: usize): void {
  const row = lanes << 1;
  for (let k: u32 = 0; k < size; k++) {
    const re = splatAt<T>(table);
    const im = splatAt<T>(table + sizeof<T>());
    table += 2 * sizeof<T>();
    const x = src + (source ? load<u32>(source + (k << 2)) : k) * row;
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      const r = at(x + i);
      const m = at(x + lanes + i);
      put(dst + i, sub<T>(mul<T>(re, r), mul<T>(im, m)));
      put(dst + lanes + i, add<T>(mul<T>(re, m), mul<T>(im, r)));
    }
    dst += row;
  }
}

/** in[source[k]] = table[k]* · out[k], the inverse, as table[k] has modulus 1. */
export function undiagonal<T>(src: usize, dst: usize, size: u32, lanes: usize, table: usize, source: usize): void {
  const row = lanes << 1;
  for (let k: u32 = 0; k < size; k++) {
    const re = splatAt<T>(table);
    const im = splatAt<T>(table + sizeof<T>());
    table += 2 * sizeof<T>();
    const y = dst + (source ? load<u32>(source + (k << 2)) : k) * row;
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      const r = at(src + i);
      const m = at(src + lanes + i);
      put(y + i, add<T>(mul<T>(re, r), mul<T>(im, m)));
      put(y + lanes + i, sub<T>(mul<T>(re, m), mul<T>(im, r)));
    }
    src += row;
  }
}

/** The inverse on λ; and Im λ*ψ of each amplitude behind the pass, summed over lanes into a vector each at `sums`. */
export function undiagonalWithSlopes<T>(
  src: usize, dst: usize, psi: usize, size: u32, lanes: usize, table: usize, source: usize, sums: usize,
): void {
  const row = lanes << 1;
  for (let k: u32 = 0; k < size; k++) {
    const re = splatAt<T>(table);
    const im = splatAt<T>(table + sizeof<T>());
    table += 2 * sizeof<T>();
    const y = dst + (source ? load<u32>(source + (k << 2)) : k) * row;
    let w = at(sums);
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      const r = at(src + i);
      const m = at(src + lanes + i);
      w = add<T>(w, sub<T>(mul<T>(r, at(psi + lanes + i)), mul<T>(m, at(psi + i))));
      put(y + i, add<T>(mul<T>(re, r), mul<T>(im, m)));
      put(y + lanes + i, sub<T>(mul<T>(re, m), mul<T>(im, r)));
    }
    put(sums, w);
    sums += VECTOR;
    src += row;
    psi += row;
  }
}
