// Rotations about Y by an angle of its own for every sample: cosines and sines lie side by side, a number a lane, and are
// loaded once for all amplitudes. `lanes` is the size of one part of an amplitude, so `row` = 2 · lanes; both parts turn
// alike, one after the other.
import { VECTOR, add, at, beyond, mul, neg, put, sub } from './vector';

/** [c −s; s c] on one qubit, or its inverse. */
export function rotateLanes1<T>(src: usize, dst: usize, size: u32, lanes: usize, a: u32, cs: usize, back: bool): void {
  const row = lanes << 1;
  const ra = row << a;
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    const c = at(cs + i);
    let s = at(cs + lanes + i);
    if (back) s = neg<T>(s);
    for (let part = i; part < row; part += lanes) {
      for (let k: u32 = 0; k < size; k = beyond(k, 1 << a, 1)) {
        const from = src + part + k * row;
        const x = at(from);
        const y = at(from + ra);
        const to = dst + part + k * row;
        put(to, sub<T>(mul<T>(c, x), mul<T>(s, y)));
        put(to + ra, add<T>(mul<T>(s, x), mul<T>(c, y)));
      }
    }
  }
}

/** Two qubits, a < b. */
export function rotateLanes2<T>(
  src: usize, dst: usize, size: u32, lanes: usize, a: u32, b: u32, cs0: usize, cs1: usize, back: bool,
): void {
  const row = lanes << 1;
  const ra = row << a;
  const rb = row << b;
  const holes: u32 = (1 << a) | (1 << b);
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    const c0 = at(cs0 + i);
    let s0 = at(cs0 + lanes + i);
    const c1 = at(cs1 + i);
    let s1 = at(cs1 + lanes + i);
    if (back) {
      s0 = neg<T>(s0);
      s1 = neg<T>(s1);
    }
    for (let part = i; part < row; part += lanes) {
      for (let k: u32 = 0; k < size; k = beyond(k, holes, 1)) {
        const x = src + part + k * row;
        const v0 = at(x);
        const v1 = at(x + ra);
        const v2 = at(x + rb);
        const v3 = at(x + (ra + rb));
        const w0 = sub<T>(mul<T>(c0, v0), mul<T>(s0, v1));
        const w1 = add<T>(mul<T>(s0, v0), mul<T>(c0, v1));
        const w2 = sub<T>(mul<T>(c0, v2), mul<T>(s0, v3));
        const w3 = add<T>(mul<T>(s0, v2), mul<T>(c0, v3));
        const y = dst + part + k * row;
        put(y, sub<T>(mul<T>(c1, w0), mul<T>(s1, w2)));
        put(y + ra, sub<T>(mul<T>(c1, w1), mul<T>(s1, w3)));
        put(y + rb, add<T>(mul<T>(s1, w0), mul<T>(c1, w2)));
        put(y + (ra + rb), add<T>(mul<T>(s1, w1), mul<T>(c1, w3)));
      }
    }
  }
}

/** Σ λ₁ψ₀ − λ₀ψ₁ along one qubit, a number a lane, added to what is at `sum`. */
export function slopeLanes1<T>(lambda: usize, psi: usize, size: u32, lanes: usize, a: u32, sum: usize): void {
  const row = lanes << 1;
  const ra = row << a;
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let g = at(sum + i);
    for (let part = i; part < row; part += lanes) {
      for (let k: u32 = 0; k < size; k = beyond(k, 1 << a, 1)) {
        const x = psi + part + k * row;
        const l = lambda + part + k * row;
        g = add<T>(g, sub<T>(mul<T>(at(l + ra), at(x)), mul<T>(at(l), at(x + ra))));
      }
    }
    put(sum + i, g);
  }
}

/** The same along two qubits, a < b. */
export function slopeLanes2<T>(
  lambda: usize, psi: usize, size: u32, lanes: usize, a: u32, b: u32, sum0: usize, sum1: usize,
): void {
  const row = lanes << 1;
  const ra = row << a;
  const rb = row << b;
  const holes: u32 = (1 << a) | (1 << b);
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let g0 = at(sum0 + i);
    let g1 = at(sum1 + i);
    for (let part = i; part < row; part += lanes) {
      for (let k: u32 = 0; k < size; k = beyond(k, holes, 1)) {
        const x = psi + part + k * row;
        const l = lambda + part + k * row;
        const p0 = at(x);
        const p1 = at(x + ra);
        const p2 = at(x + rb);
        const p3 = at(x + (ra + rb));
        const l0 = at(l);
        const l1 = at(l + ra);
        const l2 = at(l + rb);
        const l3 = at(l + (ra + rb));
        g0 = add<T>(g0, add<T>(sub<T>(mul<T>(l1, p0), mul<T>(l0, p1)), sub<T>(mul<T>(l3, p2), mul<T>(l2, p3))));
        g1 = add<T>(g1, add<T>(sub<T>(mul<T>(l2, p0), mul<T>(l0, p2)), sub<T>(mul<T>(l3, p1), mul<T>(l1, p3))));
      }
    }
    put(sum0 + i, g0);
    put(sum1 + i, g1);
  }
}
