// Rotations about Y whose angle all samples share, up to three qubits in one sweep, in tangent form:
//
//   RY(α) = cos(α/2) · [1 −t; t 1],  t = tan(α/2),
//
// the cosine being left to the diagonal pass behind. Where the sine is the larger, RY(α) = sin(α/2) · (−Z) · [1 −t; t 1] · X
// with t = cot(α/2): the amplitudes are read in exchanged order, and the sign is left to the diagonal pass too. So |t| ≤ 1.
//
// Amplitudes that differ above the lowest of the qubits only lie in a row, with all lanes and both parts: a run. It is an
// even number of vectors, and is taken two at a time, so that their addresses are worked out once.
import { VECTOR, add, at, beyond, mul, put, sub } from './vector';

/** A step to the next amplitude along a qubit, backwards where it is flipped. */
@inline
function stride(row: usize, qubit: u32, flips: u32, k: u32): usize {
  const step = row << qubit;
  return (flips >> k) & 1 ? 0 - step : step;
}

/** Where the first amplitude is, by the flipped qubits. */
@inline
function origin(row: usize, qubit: u32, flips: u32, k: u32): usize {
  return (flips >> k) & 1 ? row << qubit : 0;
}

/**
 * One qubit. `row` is the size of an amplitude, with all lanes and both parts; bit k of `read` and of `write` tells
 * whether the amplitudes along qubit k are exchanged on their way in and out.
 */
export function rotate1<T>(src: usize, dst: usize, size: u32, row: usize, a: u32, t0: v128, read: u32, write: u32): void {
  const ia = stride(row, a, read, 0);
  const oa = stride(row, a, write, 0);
  src += origin(row, a, read, 0);
  dst += origin(row, a, write, 0);
  const low: u32 = 1 << a;
  for (let k: u32 = 0; k < size; k = beyond(k, low, low)) {
    let x = src + k * row;
    let y = dst + k * row;
    const end = x + (row << a);
    for (; x < end; x += 2 * VECTOR) {
      turn1<T>(x, ia, y, oa, 0, t0);
      turn1<T>(x, ia, y, oa, VECTOR, t0);
      y += 2 * VECTOR;
    }
  }
}

/** The arithmetic of one pair, at `x` and `y` and steps beyond, by `i` bytes further. */
@inline
export function turn1<T>(x: usize, ia: usize, y: usize, oa: usize, i: usize, t0: v128): void {
  const v0 = at(x + i);
  const v1 = at(x + ia + i);
  put(y + i, sub<T>(v0, mul<T>(t0, v1)));
  put(y + oa + i, add<T>(v1, mul<T>(t0, v0)));
}

/** Two qubits, a < b. */
export function rotate2<T>(
  src: usize, dst: usize, size: u32, row: usize, a: u32, b: u32, t0: v128, t1: v128, read: u32, write: u32,
): void {
  const ia = stride(row, a, read, 0);
  const ib = stride(row, b, read, 1);
  const oa = stride(row, a, write, 0);
  const ob = stride(row, b, write, 1);
  src += origin(row, a, read, 0) + origin(row, b, read, 1);
  dst += origin(row, a, write, 0) + origin(row, b, write, 1);
  const low: u32 = 1 << a;
  const holes: u32 = low | (1 << b);
  for (let k: u32 = 0; k < size; k = beyond(k, holes, low)) {
    let x = src + k * row;
    let y = dst + k * row;
    const end = x + (row << a);
    for (; x < end; x += 2 * VECTOR) {
      turn2<T>(x, ia, ib, y, oa, ob, 0, t0, t1);
      turn2<T>(x, ia, ib, y, oa, ob, VECTOR, t0, t1);
      y += 2 * VECTOR;
    }
  }
}

/** The arithmetic of four amplitudes, at `x` and `y` and steps beyond, by `i` bytes further. */
@inline
export function turn2<T>(
  x: usize, ia: usize, ib: usize, y: usize, oa: usize, ob: usize, i: usize, t0: v128, t1: v128,
): void {
  let v0 = at(x + i);
  let v1 = at(x + ia + i);
  let v2 = at(x + ib + i);
  let v3 = at(x + ia + ib + i);
  let u = v0;
  v0 = sub<T>(v0, mul<T>(t0, v1));
  v1 = add<T>(v1, mul<T>(t0, u));
  u = v2;
  v2 = sub<T>(v2, mul<T>(t0, v3));
  v3 = add<T>(v3, mul<T>(t0, u));
  put(y + i, sub<T>(v0, mul<T>(t1, v2)));
  put(y + oa + i, sub<T>(v1, mul<T>(t1, v3)));
  put(y + ob + i, add<T>(v2, mul<T>(t1, v0)));
  put(y + oa + ob + i, add<T>(v3, mul<T>(t1, v1)));
}

/** Three qubits, a < b < c. */
export function rotate3<T>(
  src: usize, dst: usize, size: u32, row: usize, a: u32, b: u32, c: u32,
  t0: v128, t1: v128, t2: v128, read: u32, write: u32,
): void {
  const ia = stride(row, a, read, 0);
  const ib = stride(row, b, read, 1);
  const ic = stride(row, c, read, 2);
  const oa = stride(row, a, write, 0);
  const ob = stride(row, b, write, 1);
  const oc = stride(row, c, write, 2);
  src += origin(row, a, read, 0) + origin(row, b, read, 1) + origin(row, c, read, 2);
  dst += origin(row, a, write, 0) + origin(row, b, write, 1) + origin(row, c, write, 2);
  const low: u32 = 1 << a;
  const holes: u32 = low | (1 << b) | (1 << c);
  for (let k: u32 = 0; k < size; k = beyond(k, holes, low)) {
    let x = src + k * row;
    let y = dst + k * row;
    const end = x + (row << a);
    for (; x < end; x += 2 * VECTOR) {
      turn3<T>(x, ia, ib, ia + ib, ic, y, oa, ob, oa + ob, oc, 0, t0, t1, t2);
      turn3<T>(x, ia, ib, ia + ib, ic, y, oa, ob, oa + ob, oc, VECTOR, t0, t1, t2);
      y += 2 * VECTOR;
    }
  }
}

/** The arithmetic of eight amplitudes, at `x` and `y` and steps beyond, by `i` bytes further. */
@inline
export function turn3<T>(
  x: usize, ia: usize, ib: usize, iab: usize, ic: usize, y: usize, oa: usize, ob: usize, oab: usize, oc: usize,
  i: usize, t0: v128, t1: v128, t2: v128,
): void {
  let v0 = at(x + i);
  let v1 = at(x + ia + i);
  let v2 = at(x + ib + i);
  let v3 = at(x + iab + i);
  x += ic;
  let v4 = at(x + i);
  let v5 = at(x + ia + i);
  let v6 = at(x + ib + i);
  let v7 = at(x + iab + i);
  let u = v0;
  v0 = sub<T>(v0, mul<T>(t0, v1));
  v1 = add<T>(v1, mul<T>(t0, u));
  u = v2;
  v2 = sub<T>(v2, mul<T>(t0, v3));
  v3 = add<T>(v3, mul<T>(t0, u));
  u = v4;
  v4 = sub<T>(v4, mul<T>(t0, v5));
  v5 = add<T>(v5, mul<T>(t0, u));
  u = v6;
  v6 = sub<T>(v6, mul<T>(t0, v7));
  v7 = add<T>(v7, mul<T>(t0, u));
  u = v0;
  v0 = sub<T>(v0, mul<T>(t1, v2));
  v2 = add<T>(v2, mul<T>(t1, u));
  u = v1;
  v1 = sub<T>(v1, mul<T>(t1, v3));
  v3 = add<T>(v3, mul<T>(t1, u));
  u = v4;
  v4 = sub<T>(v4, mul<T>(t1, v6));
  v6 = add<T>(v6, mul<T>(t1, u));
  u = v5;
  v5 = sub<T>(v5, mul<T>(t1, v7));
  v7 = add<T>(v7, mul<T>(t1, u));
  put(y + i, sub<T>(v0, mul<T>(t2, v4)));
  put(y + oa + i, sub<T>(v1, mul<T>(t2, v5)));
  put(y + ob + i, sub<T>(v2, mul<T>(t2, v6)));
  put(y + oab + i, sub<T>(v3, mul<T>(t2, v7)));
  y += oc;
  put(y + i, add<T>(v4, mul<T>(t2, v0)));
  put(y + oa + i, add<T>(v5, mul<T>(t2, v1)));
  put(y + ob + i, add<T>(v6, mul<T>(t2, v2)));
  put(y + oab + i, add<T>(v7, mul<T>(t2, v3)));
}
