// What a Pauli word does: it sends |k⟩ to iʸ(−1)^parity(k & z)|k ⊕ x⟩, with y the number of Ys. With y even the factor is
// real, with y odd imaginary; multiplying by i^t turns (re, im) by t quarters.
import { VECTOR, add, at, mul, neg, odd, opened, put, sub, zero } from './vector';

/** Whether i^turns is imaginary. */
@inline
function imaginary(turns: u32): bool {
  return (turns & 1) != 0;
}

/** Whether i^turns is −1 or −i. */
@inline
function negative(turns: u32): bool {
  return (turns & 2) != 0;
}

/** Re or Im part of i^turns·(re + i·im), by where its parts lie. */
@inline
function realPart<T>(turns: u32, re: v128, im: v128): v128 {
  const value = imaginary(turns) ? neg<T>(im) : re;
  return negative(turns) ? neg<T>(value) : value;
}

@inline
function imaginaryPart<T>(turns: u32, re: v128, im: v128): v128 {
  const value = imaginary(turns) ? re : im;
  return negative(turns) ? neg<T>(value) : value;
}

/** out = (cos β − i sin β · word) · in where every control is 1, and in elsewhere; cosines and sines a lane. */
export function rotateWord<T>(
  src: usize, dst: usize, size: u32, lanes: usize, x: u32, z: u32, controls: u32, cs: usize, back: bool,
): void {
  const row = lanes << 1;
  // −i · iʸ
  const turns = popcnt<u32>(x & z) + 3;
  for (let k: u32 = 0; k < size; k++) {
    const j = k ^ x;
    if (j < k) continue;
    const p = k * row;
    const q = j * row;
    const on = (k & controls) == controls;
    if (!on) {
      if (src != dst) {
        memory.copy(dst + p, src + p, row);
        if (j != k) memory.copy(dst + q, src + q, row);
      }
      continue;
    }
    // What comes to j from k, and to k from j, has the sign of where it comes from.
    const fromK = turns + (odd(k & z) ? 2 : 0) + (back ? 2 : 0);
    const fromJ = turns + (odd(j & z) ? 2 : 0) + (back ? 2 : 0);
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      const c = at(cs + i);
      const s = at(cs + lanes + i);
      const kr = at(src + p + i);
      const ki = at(src + p + lanes + i);
      const jr = at(src + q + i);
      const ji = at(src + q + lanes + i);
      put(dst + q + i, add<T>(mul<T>(c, jr), mul<T>(s, realPart<T>(fromK, kr, ki))));
      put(dst + q + lanes + i, add<T>(mul<T>(c, ji), mul<T>(s, imaginaryPart<T>(fromK, kr, ki))));
      if (j == k) continue;
      put(dst + p + i, add<T>(mul<T>(c, kr), mul<T>(s, realPart<T>(fromJ, jr, ji))));
      put(dst + p + lanes + i, add<T>(mul<T>(c, ki), mul<T>(s, imaginaryPart<T>(fromJ, jr, ji))));
    }
  }
}

/** Im⟨λ|word|ψ⟩ where every control is 1, a number a lane, added to what is at `sum`. */
export function slopeWord<T>(
  lambda: usize, psi: usize, size: u32, lanes: usize, x: u32, z: u32, controls: u32, sum: usize,
): void {
  const row = lanes << 1;
  const turns = popcnt<u32>(x & z);
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let total = at(sum + i);
    for (let k: u32 = 0; k < size; k++) {
      if ((k & controls) != controls) continue;
      const from = turns + (odd(k & z) ? 2 : 0);
      const p = psi + k * row + i;
      const l = lambda + (k ^ x) * row + i;
      const kr = at(p);
      const ki = at(p + lanes);
      const re = realPart<T>(from, kr, ki);
      const im = imaginaryPart<T>(from, kr, ki);
      total = add<T>(total, sub<T>(mul<T>(at(l), im), mul<T>(at(l + lanes), re)));
    }
    put(sum + i, total);
  }
}

/** ⟨ψ|word|ψ⟩ of a word with x ≠ 0, a number a lane: twice the sum over half of the pairs. */
export function expectWord<T>(psi: usize, qubits: u32, lanes: usize, x: u32, z: u32, out: usize): void {
  const row = lanes << 1;
  const turns = popcnt<u32>(x & z);
  const top: u32 = 31 - clz<u32>(x);
  const half: u32 = 1 << (qubits - 1);
  memory.fill(out, 0, lanes);
  for (let m: u32 = 0; m < half; m++) {
    const k = opened(m, top);
    const minus = odd(k & z) != negative(turns);
    let p = psi + k * row;
    let q = psi + (k ^ x) * row;
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      // ψ_j* ψ_k has the parts re and im; i^y of them has the real part re or −im.
      const value = imaginary(turns)
        ? sub<T>(mul<T>(at(q + lanes), at(p)), mul<T>(at(q), at(p + lanes)))
        : add<T>(mul<T>(at(q), at(p)), mul<T>(at(q + lanes), at(p + lanes)));
      const twice = add<T>(value, value);
      put(out + i, minus ? sub<T>(at(out + i), twice) : add<T>(at(out + i), twice));
      p += VECTOR;
      q += VECTOR;
    }
  }
}

/** λ += along · word|ψ⟩, a factor a lane. */
export function addWord<T>(psi: usize, lambda: usize, size: u32, lanes: usize, x: u32, z: u32, along: usize): void {
  const row = lanes << 1;
  const turns = popcnt<u32>(x & z);
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    const factor = at(along + i);
    for (let k: u32 = 0; k < size; k++) {
      const from = turns + (odd(k & z) ? 2 : 0);
      const p = psi + k * row + i;
      const l = lambda + (k ^ x) * row + i;
      const kr = at(p);
      const ki = at(p + lanes);
      put(l, add<T>(at(l), mul<T>(factor, realPart<T>(from, kr, ki))));
      put(l + lanes, add<T>(at(l + lanes), mul<T>(factor, imaginaryPart<T>(from, kr, ki))));
    }
  }
}
