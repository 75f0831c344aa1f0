// What fits no sweep of a large state, amplitude by amplitude: rotations about words, dense matrices, permutations.
import { VECTOR, odd } from './vector';
import { Large, amplitudeAt } from './large';

/** exp(−iβ·word) where every control is 1. */
export function wordSweep<T>(large: Large, from: u32, to: u32): void {
  const x = large.x;
  // −i · iʸ, a further half turn for the inverse
  const turns = popcnt<u32>(x & large.z) + 3 + (large.back ? 2 : 0);
  const c = <f64>load<T>(large.cosine);
  const s = <f64>load<T>(large.cosine + sizeof<T>());
  for (let k = from << large.blockBits; k < to << large.blockBits; k++) {
    const j = k ^ x;
    if (j < k || (k & large.controls) != large.controls) continue;
    const p = amplitudeAt<T>(large.state, k);
    const q = amplitudeAt<T>(large.state, j);
    const kr = <f64>load<T>(p);
    const ki = <f64>load<T>(p + VECTOR);
    const jr = <f64>load<T>(q);
    const ji = <f64>load<T>(q + VECTOR);
    const fromK = turns + (odd(k & large.z) ? 2 : 0);
    const fromJ = turns + (odd(j & large.z) ? 2 : 0);
    store<T>(q, <T>(c * jr + s * real(fromK, kr, ki)));
    store<T>(q + VECTOR, <T>(c * ji + s * imaginary(fromK, kr, ki)));
    if (j == k) continue;
    store<T>(p, <T>(c * kr + s * real(fromJ, jr, ji)));
    store<T>(p + VECTOR, <T>(c * ki + s * imaginary(fromJ, jr, ji)));
  }
}

/** λ += c · word|ψ⟩, λ being at `other`. */
export function wordAdd<T>(large: Large, from: u32, to: u32): void {
  const turns = popcnt<u32>(large.x & large.z);
  const c = <f64>load<T>(large.cosine);
  for (let k = from << large.blockBits; k < to << large.blockBits; k++) {
    const p = amplitudeAt<T>(large.state, k);
    const l = amplitudeAt<T>(large.other, k ^ large.x);
    const turned = turns + (odd(k & large.z) ? 2 : 0);
    const kr = <f64>load<T>(p);
    const ki = <f64>load<T>(p + VECTOR);
    store<T>(l, <T>(<f64>load<T>(l) + c * real(turned, kr, ki)));
    store<T>(l + VECTOR, <T>(<f64>load<T>(l + VECTOR) + c * imaginary(turned, kr, ki)));
  }
}

/** The real part of i^turns·(re + i·im). */
@inline
function real(turns: u32, re: f64, im: f64): f64 {
  const value = turns & 1 ? -im : re;
  return turns & 2 ? -value : value;
}

@inline
function imaginary(turns: u32, re: f64, im: f64): f64 {
  const value = turns & 1 ? re : im;
  return turns & 2 ? -value : value;
}

/** A dense matrix where every control is 1, for the bases of all blocks; a column of amplitudes is kept at `scratch`. */
export function matrixSweep<T>(large: Large): void {
  const dimension = large.dimension;
  const size: u32 = 1 << large.qubits;
  for (let base: u32 = 0; base < size; base++) {
    if ((base & large.targets) != 0 || (base & large.controls) != large.controls) continue;
    for (let c: u32 = 0; c < dimension; c++) {
      const p = amplitudeAt<T>(large.state, base | load<u32>(large.offsets + (c << 2)));
      store<f64>(large.scratch + (c << 4), <f64>load<T>(p));
      store<f64>(large.scratch + (c << 4), <f64>load<T>(p + VECTOR), 8);
    }
    let entry = large.matrix;
    for (let r: u32 = 0; r < dimension; r++) {
      let re: f64 = 0;
      let im: f64 = 0;
      for (let c: u32 = 0; c < dimension; c++) {
        const mr = load<f64>(entry);
        const mi = load<f64>(entry, 8);
        const xr = load<f64>(large.scratch + (c << 4));
        const xi = load<f64>(large.scratch + (c << 4), 8);
        re += mr * xr - mi * xi;
        im += mr * xi + mi * xr;
        entry += 16;
      }
      const p = amplitudeAt<T>(large.state, base | load<u32>(large.offsets + (r << 2)));
      store<T>(p, <T>re);
      store<T>(p + VECTOR, <T>im);
    }
  }
}

/** other[k] = state[source(k)], the source being that of the block and that within it, combined. */
export function gatherSweep<T>(large: Large, from: u32, to: u32): void {
  const size: u32 = 1 << large.blockBits;
  for (let b = from; b < to; b++) {
    const high = load<u32>(large.sourceHigh + (b << 2));
    for (let k: u32 = 0; k < size; k++) {
      const p = amplitudeAt<T>(large.state, high ^ load<u32>(large.sourceLow + (k << 2)));
      const q = amplitudeAt<T>(large.other, (b << large.blockBits) | k);
      store<T>(q, load<T>(p));
      store<T>(q + VECTOR, load<T>(p + VECTOR));
    }
  }
}

/** Exchanges amplitudes k and k ⊕ x where every control is 1: a permutation in place. */
export function exchangeSweep<T>(large: Large, from: u32, to: u32): void {
  for (let k = from << large.blockBits; k < to << large.blockBits; k++) {
    const j = k ^ large.x;
    if (j < k || (k & large.controls) != large.controls) continue;
    const p = amplitudeAt<T>(large.state, k);
    const q = amplitudeAt<T>(large.state, j);
    const re = load<T>(p);
    const im = load<T>(p + VECTOR);
    store<T>(p, load<T>(q));
    store<T>(p + VECTOR, load<T>(q + VECTOR));
    store<T>(q, re);
    store<T>(q + VECTOR, im);
  }
}
