// A block after another, each while it is in the cache: rotations about Y of its qubits, then phases.
import { VECTOR, add, at, mul, neg, odd, put, splat, splatAt, sub, withSigns, zero } from './vector';
import { cosAndSin } from './sincos';
import { Block } from './layout';
import { Large, blockBytes, insideBits } from './large';
import { rotateBlock } from './rotate-block';

/** Blocks from `from` to before `to`: turned and multiplied, or the inverse. `room` holds two vectors. */
export function lowSweep<T>(large: Large, from: u32, to: u32, room: usize): void {
  for (let b = from; b < to; b++) {
    const block = large.state + b * blockBytes<T>(large);
    if (large.back) {
      phases<T>(large, block, b, room);
      turnBlock<T>(large, block);
      if (large.turnsInside) turnInside<T>(large, block);
    } else {
      if (large.turnsInside) turnInside<T>(large, block);
      turnBlock<T>(large, block);
      phases<T>(large, block, b, room);
    }
  }
}

/** RY of the qubits inside a vector: c·v + s·v with neighbours exchanged, the sine negative where the qubit is 0. */
function turnInside<T>(large: Large, block: usize): void {
  const end = block + blockBytes<T>(large);
  for (let bit: u32 = 0; bit < insideBits<T>(); bit++) {
    const cs = large.inside + 2 * bit * sizeof<T>();
    const c = splatAt<T>(cs);
    let s = splatAt<T>(cs + sizeof<T>());
    if (large.back) s = neg<T>(s);
    s = signed<T>(s, bit);
    for (let x = block; x < end; x += VECTOR) {
      const v = at(x);
      put(x, add<T>(mul<T>(c, v), mul<T>(s, exchanged<T>(v, bit))));
    }
  }
}

/** Negative where the bit of the place in the vector is 0. */
@inline
function signed<T>(s: v128, bit: u32): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(neg<T>(s), s, 0, 3);
  return bit == 0 ? v128.shuffle<f32>(neg<T>(s), s, 0, 5, 2, 7) : v128.shuffle<f32>(neg<T>(s), s, 0, 1, 6, 7);
}

/** Neighbours along the bit exchanged. */
@inline
export function exchanged<T>(v: v128, bit: u32): v128 {
  if (sizeof<T>() == 8) return v128.shuffle<f64>(v, v, 1, 0);
  return bit == 0 ? v128.shuffle<f32>(v, v, 1, 0, 3, 2) : v128.shuffle<f32>(v, v, 2, 3, 0, 1);
}

function turnBlock<T>(large: Large, block: usize): void {
  const size: u32 = 1 << (large.blockBits - insideBits<T>());
  for (let k: u32 = 0; k < large.blockCount; k++) {
    const turns = changetype<Block>(large.blocks + k * offsetof<Block>());
    if (large.plain) {
      turnPlain<T>(block, size, 2 * VECTOR, turns.a, large.tangents + 2 * turns.first * sizeof<T>(), large.back);
      continue;
    }
    rotateBlock<T>(turns, large.tangents, large.flips, block, block, size, 2 * VECTOR, large.back != 0);
  }
}

/** [c −s; s c] along one qubit of the rows, or its inverse. */
function turnPlain<T>(state: usize, size: u32, row: usize, a: u32, cs: usize, back: u32): void {
  const c = splatAt<T>(cs);
  let s = splatAt<T>(cs + sizeof<T>());
  if (back) s = neg<T>(s);
  const run = row << a;
  for (let x = state; x < state + size * row; x += run) {
    for (const end = x + run; x < end; x += VECTOR) {
      const v0 = at(x);
      const v1 = at(x + run);
      put(x, sub<T>(mul<T>(c, v0), mul<T>(s, v1)));
      put(x + run, add<T>(mul<T>(s, v0), mul<T>(c, v1)));
    }
  }
}

/** Times the table of the block, and for what reaches above it a factor, or a factor and its conjugate by a sign. */
function phases<T>(large: Large, block: usize, b: u32, cs: usize): void {
  const end = block + blockBytes<T>(large);
  let all: f64 = 0;
  for (let w: u32 = 0; w < large.angleCount; w++) {
    const masks = large.masks + (w << 3);
    const below = load<u32>(masks);
    const angle = load<f64>(large.angles + (w << 3)) * (odd(load<u32>(masks, 4) & b) ? -1 : 1);
    if (below == 0) all += angle;
    else {
      cosAndSin<T>(splat<T>(angle), cs, VECTOR);
      multiplySigned<T>(large, block, below, at(cs), large.back ? neg<T>(at(cs + VECTOR)) : at(cs + VECTOR));
    }
  }
  if (!large.table && large.angleCount == 0) return;
  cosAndSin<T>(splat<T>(all), cs, VECTOR);
  const scale = splatAt<T>(large.scale);
  const c = mul<T>(scale, at(cs));
  let s = mul<T>(scale, at(cs + VECTOR));
  if (large.back) s = neg<T>(s);
  // (c − is)·(re + i·im)
  let t = large.table ? variantOf<T>(large, b) : 0;
  for (let x = block; x < end; x += 2 * VECTOR) {
    let re = at(x);
    let im = at(x + VECTOR);
    const r = add<T>(mul<T>(c, re), mul<T>(s, im));
    const m = sub<T>(mul<T>(c, im), mul<T>(s, re));
    if (!t) {
      put(x, r);
      put(x + VECTOR, m);
      continue;
    }
    re = at(t);
    im = large.back ? neg<T>(at(t + VECTOR)) : at(t + VECTOR);
    put(x, sub<T>(mul<T>(re, r), mul<T>(im, m)));
    put(x + VECTOR, add<T>(mul<T>(re, m), mul<T>(im, r)));
    t += 2 * VECTOR;
  }
}

/** The table for the signs that words have above a block. */
function variantOf<T>(large: Large, b: u32): usize {
  let variant: u32 = 0;
  for (let bit: u32 = 0; bit < large.variantBits; bit++)
    variant |= (odd(load<u32>(large.variants + (bit << 2)) & b) ? 1 : 0) << bit;
  return large.table + variant * blockBytes<T>(large);
}

/** Times c ∓ is, by the sign of a word inside the block. */
function multiplySigned<T>(large: Large, block: usize, mask: u32, c: v128, s: v128): void {
  const bits = insideBits<T>();
  const inside = withSigns<T>(s, mask & ((1 << bits) - 1));
  const outside = neg<T>(inside);
  const rows = mask >> bits;
  for (let k: u32 = 0; k < 1 << (large.blockBits - bits); k++) {
    const x = block + k * (2 * VECTOR);
    const sine = odd(rows & k) ? outside : inside;
    const re = at(x);
    const im = at(x + VECTOR);
    put(x, add<T>(mul<T>(c, re), mul<T>(sine, im)));
    put(x + VECTOR, sub<T>(mul<T>(c, im), mul<T>(sine, re)));
  }
}

/** λ = (Σ ±along)·ψ over words of Zs: a table within a block, and numbers of words above it. */
export function seedSweep<T>(large: Large, from: u32, to: u32): void {
  for (let b = from; b < to; b++) {
    let above: f64 = 0;
    for (let w: u32 = 0; w < large.angleCount; w++) {
      const along = load<f64>(large.angles + (w << 3));
      above += odd(load<u32>(large.masks + (w << 3), 4) & b) ? -along : along;
    }
    const all = splat<T>(above);
    const offset = b * blockBytes<T>(large);
    let t = large.table;
    for (let i = offset; i < offset + blockBytes<T>(large); i += 2 * VECTOR) {
      const factor = add<T>(all, at(t));
      put(large.other + i, mul<T>(factor, at(large.state + i)));
      put(large.other + i + VECTOR, mul<T>(factor, at(large.state + i + VECTOR)));
      t += VECTOR;
    }
  }
}

/** The product state RY|0…0⟩: the table of a block, which is real, times a number a block. */
export function productSweep<T>(large: Large, from: u32, to: u32): void {
  const highBits = large.qubits - large.blockBits;
  for (let b = from; b < to; b++) {
    let factor: f64 = 1;
    for (let j: u32 = 0; j < highBits; j++) factor *= load<f64>(large.highs + (2 * j + ((b >> j) & 1)) * 8);
    const all = splat<T>(factor);
    let x = large.state + b * blockBytes<T>(large);
    const end = x + blockBytes<T>(large);
    for (let t = large.table; x < end; t += VECTOR) {
      put(x, mul<T>(all, at(t)));
      put(x + VECTOR, zero());
      x += 2 * VECTOR;
    }
  }
}
