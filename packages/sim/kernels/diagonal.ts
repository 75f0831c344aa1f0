// Everything that is diagonal for all samples alike, and a permutation, in one sweep: a table of 2ⁿ complex numbers, and
// where each amplitude comes from. `table` has a real and an imaginary part an amplitude; `source` is 0 where none moves.
// Lanes that fill a single vector, as those of most qubits do, have a loop of their own: one within it would cost as much.
import { VECTOR, add, at, mul, neg, odd, put, splatAt, sub } from './vector';

@inline
function sourceOf(source: usize, k: u32): u32 {
  return source ? load<u32>(source + (k << 2)) : k;
}

/** out[k] = table[k] · in[source[k]] */
export function diagonal<T>(src: usize, dst: usize, size: u32, lanes: usize, table: usize, source: usize): void {
  const row = lanes << 1;
  if (lanes == VECTOR) {
    for (let k: u32 = 0; k < size; k++) {
      const x = src + sourceOf(source, k) * (2 * VECTOR);
      multiply<T>(x, dst, VECTOR, splatAt<T>(table), splatAt<T>(table + sizeof<T>()));
      table += 2 * sizeof<T>();
      dst += 2 * VECTOR;
    }
    return;
  }
  for (let k: u32 = 0; k < size; k++) {
    const re = splatAt<T>(table);
    const im = splatAt<T>(table + sizeof<T>());
    table += 2 * sizeof<T>();
    let x = src + sourceOf(source, k) * row;
    for (const end = dst + lanes; dst < end; dst += VECTOR) {
      multiply<T>(x, dst, lanes, re, im);
      x += VECTOR;
    }
    dst += lanes;
  }
}

@inline
function multiply<T>(x: usize, y: usize, lanes: usize, re: v128, im: v128): void {
  const r = at(x);
  const m = at(x + lanes);
  put(y, sub<T>(mul<T>(re, r), mul<T>(im, m)));
  put(y + lanes, add<T>(mul<T>(re, m), mul<T>(im, r)));
}

/** The same behind exp(−iβ·word), a word of Zs; cos β and sin β are at `cs`. */
export function diagonalAndWord<T>(
  src: usize, dst: usize, size: u32, lanes: usize, table: usize, source: usize, z: u32, cs: usize,
): void {
  const row = lanes << 1;
  const c = splatAt<T>(cs);
  const plus = splatAt<T>(cs + sizeof<T>());
  const minus = neg<T>(plus);
  for (let k: u32 = 0; k < size; k++) {
    const from = sourceOf(source, k);
    const s = odd(from & z) ? minus : plus;
    const tr = splatAt<T>(table);
    const ti = splatAt<T>(table + sizeof<T>());
    const re = add<T>(mul<T>(tr, c), mul<T>(ti, s));
    const im = sub<T>(mul<T>(ti, c), mul<T>(tr, s));
    table += 2 * sizeof<T>();
    let x = src + from * row;
    for (const end = dst + lanes; dst < end; dst += VECTOR) {
      multiply<T>(x, dst, lanes, re, im);
      x += VECTOR;
    }
    dst += lanes;
  }
}

/** Of real numbers: out[k] = table[k] · v[source[k]] */
export function diagonalOfReal<T>(v: usize, dst: usize, size: u32, lanes: usize, table: usize, source: usize): void {
  if (lanes == VECTOR) {
    for (let k: u32 = 0; k < size; k++) {
      const r = at(v + sourceOf(source, k) * VECTOR);
      put(dst, mul<T>(splatAt<T>(table), r));
      put(dst + VECTOR, mul<T>(splatAt<T>(table + sizeof<T>()), r));
      table += 2 * sizeof<T>();
      dst += 2 * VECTOR;
    }
    return;
  }
  for (let k: u32 = 0; k < size; k++) {
    const re = splatAt<T>(table);
    const im = splatAt<T>(table + sizeof<T>());
    table += 2 * sizeof<T>();
    let x = v + sourceOf(source, k) * lanes;
    for (const end = dst + lanes; dst < end; dst += VECTOR) {
      const r = at(x);
      put(dst, mul<T>(re, r));
      put(dst + lanes, mul<T>(im, r));
      x += VECTOR;
    }
    dst += lanes;
  }
}

/** in[source[k]] = table[k]* · out[k], the inverse, as table[k] has modulus 1. */
export function undiagonal<T>(src: usize, dst: usize, size: u32, lanes: usize, table: usize, source: usize): void {
  const row = lanes << 1;
  for (let k: u32 = 0; k < size; k++) {
    const re = splatAt<T>(table);
    const im = splatAt<T>(table + sizeof<T>());
    table += 2 * sizeof<T>();
    let y = dst + sourceOf(source, k) * row;
    for (const end = src + lanes; src < end; src += VECTOR) {
      const r = at(src);
      const m = at(src + lanes);
      put(y, add<T>(mul<T>(re, r), mul<T>(im, m)));
      put(y + lanes, sub<T>(mul<T>(re, m), mul<T>(im, r)));
      y += VECTOR;
    }
    src += lanes;
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
    let y = dst + sourceOf(source, k) * row;
    let w = at(sums);
    for (const end = src + lanes; src < end; src += VECTOR) {
      const r = at(src);
      const m = at(src + lanes);
      w = add<T>(w, sub<T>(mul<T>(r, at(psi + lanes)), mul<T>(m, at(psi))));
      put(y, add<T>(mul<T>(re, r), mul<T>(im, m)));
      put(y + lanes, sub<T>(mul<T>(re, m), mul<T>(im, r)));
      psi += VECTOR;
      y += VECTOR;
    }
    put(sums, w);
    sums += VECTOR;
    src += lanes;
    psi += lanes;
  }
}

/** The same where only the real part of the inverse on λ is wanted. */
export function undiagonalToReal<T>(
  src: usize, v: usize, psi: usize, size: u32, lanes: usize, table: usize, source: usize, sums: usize,
): void {
  for (let k: u32 = 0; k < size; k++) {
    const re = splatAt<T>(table);
    const im = splatAt<T>(table + sizeof<T>());
    table += 2 * sizeof<T>();
    let y = v + sourceOf(source, k) * lanes;
    let w = at(sums);
    for (const end = src + lanes; src < end; src += VECTOR) {
      const r = at(src);
      const m = at(src + lanes);
      w = add<T>(w, sub<T>(mul<T>(r, at(psi + lanes)), mul<T>(m, at(psi))));
      put(y, add<T>(mul<T>(re, r), mul<T>(im, m)));
      psi += VECTOR;
      y += VECTOR;
    }
    put(sums, w);
    sums += VECTOR;
    src += lanes;
    psi += lanes;
  }
}
