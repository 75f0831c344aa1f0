// The quantum jump of amplitude damping, a decision a lane: see DampingInstruction in src/program.ts.
import { VECTOR, add, at, beyond, mul, put, splat, splatAt, zero } from './vector';

/** How many numbers are summed before the sum goes to the total. */
const BLOCK: u32 = 256;

/** Σ |ψ|² over the amplitudes with these `ones` where `bit` is, a number a lane. */
@inline
function odds<T>(src: usize, size: u32, lanes: usize, bit: u32, ones: u32): v128 {
  const row = lanes << 1;
  let total = zero();
  let k: u32 = 0;
  while (k < size) {
    // Sums of sums: of many numbers in single precision a running one would lose the last.
    let sum = zero();
    for (let count: u32 = 0; count < BLOCK && k < size; count++) {
      const x = src + (k | ones) * row;
      const re = at(x);
      const im = at(x + lanes);
      sum = add<T>(sum, add<T>(mul<T>(re, re), mul<T>(im, im)));
      k = beyond(k, bit, 1);
    }
    total = add<T>(total, sum);
  }
  return total;
}

/**
 * Each lane falls, |0⟩⟨1|, where sin² < rate · p₁, or where it would vanish else; elsewhere diag(1, √(1 − rate)); of norm 1
 * either way. `rate` has the rate, then the root; `cs` cosines and sines a lane.
 */
export function damp<T>(src: usize, dst: usize, size: u32, lanes: usize, bit: u32, rate: usize, cs: usize): void {
  const row = lanes << 1;
  const falls = splatAt<T>(rate);
  const root = splatAt<T>(rate + sizeof<T>());
  for (let i: usize = 0; i < lanes; i += VECTOR) {
    const p0 = odds<T>(src + i, size, lanes, bit, 0);
    const p1 = odds<T>(src + i, size, lanes, bit, bit);
    const s = at(cs + lanes + i);
    const left = add<T>(p0, mul<T>(mul<T>(root, root), p1));
    const decided = v128.lt<T>(mul<T>(mul<T>(s, s), add<T>(p0, p1)), mul<T>(falls, p1));
    const jumps = v128.or(decided, v128.eq<T>(left, zero()));
    const one = splat<T>(1);
    const fromOne = v128.and(v128.div<T>(one, v128.sqrt<T>(p1)), jumps);
    const keptZero = v128.andnot(v128.div<T>(one, v128.sqrt<T>(left)), jumps);
    const keptOne = mul<T>(keptZero, root);
    for (let part = i; part < row; part += lanes) {
      for (let k: u32 = 0; k < size; k = beyond(k, bit, 1)) {
        const a = at(src + part + k * row);
        const b = at(src + part + (k | bit) * row);
        put(dst + part + k * row, add<T>(mul<T>(keptZero, a), mul<T>(fromOne, b)));
        put(dst + part + (k | bit) * row, mul<T>(keptOne, b));
      }
    }
  }
}
