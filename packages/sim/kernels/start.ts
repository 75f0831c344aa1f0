// States to begin from.
import { VECTOR, add, at, mul, put, splat, sub, zero } from './vector';

/** RY(2β) on each qubit of |0…0⟩: products of cosines and sines, by doubling. `dials` has an i32 a qubit: its place at `cs`. */
export function productState<T>(dst: usize, qubits: u32, lanes: usize, dials: usize, cs: usize): void {
  const row = lanes << 1;
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    put(dst + i, splat<T>(1));
    for (let j: u32 = 0; j < qubits; j++) {
      const half = row << j;
      const place = cs + load<u32>(dials + (j << 2)) * row + i;
      const c = at(place);
      const s = at(place + lanes);
      for (let k: usize = i; k < half; k += row) {
        const a = at(dst + k);
        put(dst + k + half, mul<T>(a, s));
        put(dst + k, mul<T>(a, c));
      }
    }
    for (let k: usize = i; k < row << qubits; k += row) put(dst + lanes + k, zero());
  }
}

/** Σ x[initial[k]]|k⟩/‖x‖; leaves 1/‖x‖ at `norms`. */
export function amplitudeState<T>(
  dst: usize, size: u32, lanes: usize, features: usize, initial: usize, count: u32, norms: usize,
): void {
  const row = lanes << 1;
  memory.fill(dst, 0, size * row);
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let sum = zero();
    for (let k: u32 = 0; k < count; k++) {
      const x = at(features + load<u32>(initial + (k << 2)) * lanes + i);
      sum = add<T>(sum, mul<T>(x, x));
    }
    const inverse = v128.div<T>(splat<T>(1), v128.sqrt<T>(sum));
    put(norms + i, inverse);
    for (let k: u32 = 0; k < count; k++)
      put(dst + k * row + i, mul<T>(inverse, at(features + load<u32>(initial + (k << 2)) * lanes + i)));
  }
}

/** The slope in the features through the normalisation: (g − ψ(ψ·g))/‖x‖ with g = 2 Re λ. */
export function amplitudeSlopes<T>(
  lambda: usize, psi: usize, lanes: usize, initial: usize, count: u32, norms: usize, slopes: usize,
): void {
  const row = lanes << 1;
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    let along = zero();
    for (let k: u32 = 0; k < count; k++) along = add<T>(along, mul<T>(at(lambda + k * row + i), at(psi + k * row + i)));
    const twice = mul<T>(splat<T>(2), at(norms + i));
    for (let k: u32 = 0; k < count; k++) {
      const slope = slopes + load<u32>(initial + (k << 2)) * lanes + i;
      const across = sub<T>(at(lambda + k * row + i), mul<T>(along, at(psi + k * row + i)));
      put(slope, add<T>(at(slope), mul<T>(twice, across)));
    }
  }
}
