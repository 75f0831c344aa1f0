// Arithmetic on vectors of 16 bytes: four numbers in single precision, two in double. Everything is generic in T, f32 or
// f64, so that one source serves both.

/** Bytes of a vector. */
export const VECTOR: usize = 16;

@inline
export function at(address: usize): v128 {
  return v128.load(address);
}

@inline
export function put(address: usize, value: v128): void {
  v128.store(address, value);
}

@inline
export function add<T>(a: v128, b: v128): v128 {
  return v128.add<T>(a, b);
}

@inline
export function sub<T>(a: v128, b: v128): v128 {
  return v128.sub<T>(a, b);
}

@inline
export function mul<T>(a: v128, b: v128): v128 {
  return v128.mul<T>(a, b);
}

@inline
export function neg<T>(a: v128): v128 {
  return v128.neg<T>(a);
}

/** The number at an address, in every place. */
@inline
export function splatAt<T>(address: usize): v128 {
  return v128.load_splat<T>(address);
}

@inline
export function splat<T>(value: f64): v128 {
  return v128.splat<T>(<T>value);
}

@inline
export function zero(): v128 {
  return i64x2.splat(0);
}

/** Zeros, a whole number of vectors. On so few, `memory.fill` would cost more than the loop. */
export function clear(address: usize, bytes: usize): void {
  for (const end = address + bytes; address < end; address += VECTOR) put(address, zero());
}

/** The sum of a vector's numbers, in double precision. */
@inline
export function sumOf<T>(a: v128): f64 {
  if (sizeof<T>() == 8) return f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
  const low = <f64>f32x4.extract_lane(a, 0) + <f64>f32x4.extract_lane(a, 1);
  return low + (<f64>f32x4.extract_lane(a, 2) + <f64>f32x4.extract_lane(a, 3));
}

/**
 * The next k that has a 0 wherever `holes` has a 1. From 0 on this visits every such multiple of `step`, a power of two up
 * to the lowest hole.
 */
@inline
export function beyond(k: u32, holes: u32, step: u32): u32 {
  return ((k | holes) + step) & ~holes;
}

/** k with a 0 put in at `bit`: counting through these visits every k that has 0 there. */
@inline
export function opened(k: u32, bit: u32): u32 {
  return ((k >> bit) << (bit + 1)) | (k & ((1 << bit) - 1));
}

/** Whether the number of ones in `mask` is odd. */
@inline
export function odd(mask: u32): bool {
  return (popcnt<u32>(mask) & 1) != 0;
}

/** The number k of a vector with the sign of a word of Zs at k. */
@inline
export function withSigns<T>(v: v128, mask: u32): v128 {
  const minus = neg<T>(v);
  if (sizeof<T>() == 8) return mask & 1 ? v128.shuffle<f64>(v, minus, 0, 3) : v;
  const first = mask & 1 ? v128.shuffle<f32>(v, minus, 0, 5, 2, 7) : v;
  return mask & 2 ? v128.shuffle<f32>(first, neg<T>(first), 0, 1, 6, 7) : first;
}
