// States to begin from.
import { VECTOR, add, at, mul, put, splat, sub, zero } from './vector';

/**
 * RY(2β) on each qubit of |0…0⟩: products of cosines and sines, all real, by doubling. `dials` has an i32 a qubit: its place
 * at `cs`. Every doubling is kept: that of the first j qubits has 2ʲ numbers a lane and begins at the 2ʲ-th.
 */
export function productState<T>(heap: usize, qubits: u32, lanes: usize, dials: usize, cs: usize): void {
  for (let i: usize = 0; i < lanes; i += VECTOR) put(heap + lanes + i, splat<T>(1));
  for (let j: u32 = 0; j < qubits; j++) {
    const half = lanes << j;
    const place = cs + load<u32>(dials + (j << 2)) * (lanes << 1);
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      const c = at(place + i);
      const s = at(place + lanes + i);
      let from = heap + half + i;
      let to = from + half;
      for (const end = to + half; to < end; to += lanes) {
        const a = at(from);
        put(to, mul<T>(a, c));
        put(to + half, mul<T>(a, s));
        from += lanes;
      }
    }
  }
}

/** The slopes in the β of a product state: `v` is Re λ, and is contracted with (c s) of one qubit after another. */
export function productSlopes<T>(
  v: usize, heap: usize, qubits: u32, lanes: usize, dials: usize, cs: usize, raw: usize,
): void {
  for (let j: i32 = qubits - 1; j >= 0; j--) {
    const half = lanes << j;
    const dial = load<u32>(dials + (j << 2));
    const place = cs + dial * (lanes << 1);
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      const c = at(place + i);
      const s = at(place + lanes + i);
      let g = at(raw + dial * lanes + i);
      let lower = heap + half + i;
      let x = v + i;
      for (const end = x + half; x < end; x += lanes) {
        const a = at(x);
        const b = at(x + half);
        g = add<T>(g, mul<T>(sub<T>(mul<T>(c, b), mul<T>(s, a)), at(lower)));
        put(x, add<T>(mul<T>(c, a), mul<T>(s, b)));
        lower += lanes;
      }
      put(raw + dial * lanes + i, g);
    }
  }
}

/** Real numbers as a state. */
export function stateOf<T>(v: usize, dst: usize, size: u32, lanes: usize): void {
  for (let k: u32 = 0; k < size; k++) {
    for (let i: usize = 0; i < lanes; i += VECTOR) {
      put(dst + i, at(v + i));
      put(dst + lanes + i, zero());
    }
    v += lanes;
    dst += lanes << 1;
  }
}

/** The real parts of a state. */
export function realOf<T>(src: usize, v: usize, size: u32, lanes: usize): void {
  for (let k: u32 = 0; k < size; k++) {
    for (let i: usize = 0; i < lanes; i += VECTOR) put(v + i, at(src + i));
    v += lanes;
    src += lanes << 1;
  }
}

/** Squared, the norm below which amplitudes are none: that of src/initial.ts, less what rounding may take from it. */
const LEAST_SQUARED: f64 = 0.999e-24;

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
    // Where there are none to speak of, the state is |0…0⟩, if that was not refused before.
    const none = v128.lt<T>(sum, splat<T>(LEAST_SQUARED));
    put(norms + i, inverse);
    for (let k: u32 = 0; k < count; k++) {
      const x = at(features + load<u32>(initial + (k << 2)) * lanes + i);
      put(dst + k * row + i, v128.andnot(mul<T>(inverse, x), none));
    }
    put(dst + i, v128.or(at(dst + i), v128.and(splat<T>(1), none)));
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
