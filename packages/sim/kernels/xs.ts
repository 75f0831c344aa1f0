// ⟨X⟩ of several qubits at once, and what they add to λ: a final layer of rotations about Y, moved into Z measurements,
// makes an X of each. Three qubits share the loads of eight amplitudes.
import { VECTOR, add, at, beyond, mul, put, zero } from './vector';

/** The qubits that an X is measured on, and their places. */
@unmanaged
export class Singles {
  /** Qubit and place, two u32 each, by qubit. */
  list: usize;
  count: u32;
}

@inline
function qubitAt(singles: Singles, k: u32): u32 {
  return load<u32>(singles.list + (k << 3));
}

@inline
function placeAt(singles: Singles, k: u32, lanes: usize): usize {
  return load<u32>(singles.list + (k << 3), 4) * lanes;
}

/** ⟨X⟩ = 2 Σ Re ψ₁*ψ₀ over the pairs along each qubit, a number a lane. */
export function expectXs<T>(psi: usize, size: u32, lanes: usize, singles: Singles, out: usize): void {
  let k: u32 = 0;
  for (; k + 3 <= singles.count; k += 3) expect3<T>(psi, size, lanes, singles, k, out);
  for (; k < singles.count; k++) expect1<T>(psi, size, lanes, singles, k, out);
}

function expect3<T>(psi: usize, size: u32, lanes: usize, singles: Singles, first: u32, out: usize): void {
  const row = lanes << 1;
  const a = qubitAt(singles, first);
  const b = qubitAt(singles, first + 1);
  const c = qubitAt(singles, first + 2);
  const ra = row << a;
  const rb = row << b;
  const rab = ra + rb;
  const rc = row << c;
  const holes: u32 = (1 << a) | (1 << b) | (1 << c);
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let g0 = zero();
    let g1 = zero();
    let g2 = zero();
    for (let part = i; part < row; part += lanes) {
      for (let k: u32 = 0; k < size; k = beyond(k, holes, 1)) {
        const x = psi + part + k * row;
        const v0 = at(x);
        const v1 = at(x + ra);
        const v2 = at(x + rb);
        const v3 = at(x + rab);
        const y = x + rc;
        const v4 = at(y);
        const v5 = at(y + ra);
        const v6 = at(y + rb);
        const v7 = at(y + rab);
        g0 = add<T>(g0, add<T>(add<T>(mul<T>(v0, v1), mul<T>(v2, v3)), add<T>(mul<T>(v4, v5), mul<T>(v6, v7))));
        g1 = add<T>(g1, add<T>(add<T>(mul<T>(v0, v2), mul<T>(v1, v3)), add<T>(mul<T>(v4, v6), mul<T>(v5, v7))));
        g2 = add<T>(g2, add<T>(add<T>(mul<T>(v0, v4), mul<T>(v1, v5)), add<T>(mul<T>(v2, v6), mul<T>(v3, v7))));
      }
    }
    put(out + placeAt(singles, first, lanes) + i, add<T>(g0, g0));
    put(out + placeAt(singles, first + 1, lanes) + i, add<T>(g1, g1));
    put(out + placeAt(singles, first + 2, lanes) + i, add<T>(g2, g2));
  }
}

function expect1<T>(psi: usize, size: u32, lanes: usize, singles: Singles, first: u32, out: usize): void {
  const row = lanes << 1;
  const a = qubitAt(singles, first);
  const ra = row << a;
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let g = zero();
    for (let k: u32 = 0; k < size; k = beyond(k, 1 << a, 1)) {
      const x = psi + i + k * row;
      const y = x + ra;
      g = add<T>(g, add<T>(mul<T>(at(x), at(y)), mul<T>(at(x + lanes), at(y + lanes))));
    }
    put(out + placeAt(singles, first, lanes) + i, add<T>(g, g));
  }
}

/** λ += Σ along · X|ψ⟩ over the qubits, a factor a lane. */
export function addXs<T>(psi: usize, lambda: usize, size: u32, lanes: usize, singles: Singles, along: usize): void {
  let k: u32 = 0;
  for (; k + 3 <= singles.count; k += 3) add3<T>(psi, lambda, size, lanes, singles, k, along);
  for (; k < singles.count; k++) add1<T>(psi, lambda, size, lanes, singles, k, along);
}

function add3<T>(psi: usize, lambda: usize, size: u32, lanes: usize, singles: Singles, first: u32, along: usize): void {
  const row = lanes << 1;
  const a = qubitAt(singles, first);
  const b = qubitAt(singles, first + 1);
  const c = qubitAt(singles, first + 2);
  const ra = row << a;
  const rb = row << b;
  const rab = ra + rb;
  const rc = row << c;
  const holes: u32 = (1 << a) | (1 << b) | (1 << c);
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    const u0 = at(along + placeAt(singles, first, lanes) + i);
    const u1 = at(along + placeAt(singles, first + 1, lanes) + i);
    const u2 = at(along + placeAt(singles, first + 2, lanes) + i);
    for (let part = i; part < row; part += lanes) {
      for (let k: u32 = 0; k < size; k = beyond(k, holes, 1)) {
        const x = psi + part + k * row;
        const v0 = at(x);
        const v1 = at(x + ra);
        const v2 = at(x + rb);
        const v3 = at(x + rab);
        const y = x + rc;
        const v4 = at(y);
        const v5 = at(y + ra);
        const v6 = at(y + rb);
        const v7 = at(y + rab);
        const l = lambda + part + k * row;
        plus<T>(l, u0, v1, u1, v2, u2, v4);
        plus<T>(l + ra, u0, v0, u1, v3, u2, v5);
        plus<T>(l + rb, u0, v3, u1, v0, u2, v6);
        plus<T>(l + rab, u0, v2, u1, v1, u2, v7);
        const m = l + rc;
        plus<T>(m, u0, v5, u1, v6, u2, v0);
        plus<T>(m + ra, u0, v4, u1, v7, u2, v1);
        plus<T>(m + rb, u0, v7, u1, v4, u2, v2);
        plus<T>(m + rab, u0, v6, u1, v5, u2, v3);
      }
    }
  }
}

@inline
function plus<T>(to: usize, u0: v128, v0: v128, u1: v128, v1: v128, u2: v128, v2: v128): void {
  put(to, add<T>(at(to), add<T>(add<T>(mul<T>(u0, v0), mul<T>(u1, v1)), mul<T>(u2, v2))));
}

function add1<T>(psi: usize, lambda: usize, size: u32, lanes: usize, singles: Singles, first: u32, along: usize): void {
  const row = lanes << 1;
  const a = qubitAt(singles, first);
  const ra = row << a;
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    const u = at(along + placeAt(singles, first, lanes) + i);
    for (let part = i; part < row; part += lanes) {
      for (let k: u32 = 0; k < size; k = beyond(k, 1 << a, 1)) {
        const x = psi + part + k * row;
        const l = lambda + part + k * row;
        put(l, add<T>(at(l), mul<T>(u, at(x + ra))));
        put(l + ra, add<T>(at(l + ra), mul<T>(u, at(x))));
      }
    }
  }
}
