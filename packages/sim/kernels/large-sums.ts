// Sums over a large state, by blocks: what is measured, and slopes. Each call adds up its blocks in double precision.
import { VECTOR, add, at, mul, odd, put, sub, sumOf, withSigns } from './vector';
import { Large, amplitudeAt, blockBytes, insideBits } from './large';
import { exchanged } from './large-low';
import { fold } from './signs';

/** For each word Σ ±|ψ|². */
export function zSums<T>(large: Large, from: u32, to: u32, results: usize): void {
  clear(large.wordCount, results);
  for (let b = from; b < to; b++) {
    const block = large.state + b * blockBytes<T>(large);
    const end = block + blockBytes<T>(large);
    let v = scratchOf<T>(large, results);
    for (let x = block; x < end; x += 2 * VECTOR) {
      put(v, add<T>(mul<T>(at(x), at(x)), mul<T>(at(x + VECTOR), at(x + VECTOR))));
      v += VECTOR;
    }
    addWords<T>(large, b, results);
  }
}

/** For each word Σ ±Im λ*ψ, λ being at `other`. */
export function phaseSlopes<T>(large: Large, from: u32, to: u32, results: usize): void {
  clear(large.wordCount, results);
  for (let b = from; b < to; b++) {
    const offset = b * blockBytes<T>(large);
    let l = large.other + offset;
    const end = large.state + offset + blockBytes<T>(large);
    let v = scratchOf<T>(large, results);
    for (let x = large.state + offset; x < end; x += 2 * VECTOR) {
      put(v, sub<T>(mul<T>(at(l), at(x + VECTOR)), mul<T>(at(l + VECTOR), at(x))));
      v += VECTOR;
      l += 2 * VECTOR;
    }
    addWords<T>(large, b, results);
  }
}

function clear(count: u32, results: usize): void {
  memory.fill(results, 0, count << 3);
}

/** Room of the shard's own, behind its results: a vector a pair of vectors of the block, then one a fold. */
@inline
function scratchOf<T>(large: Large, results: usize): usize {
  return (results + (large.wordCount << 3) + 15) & ~15;
}

/** Folds what a block has, and adds it to each word with the sign that the word has above the block. */
function addWords<T>(large: Large, b: u32, results: usize): void {
  const rows = large.blockBits - insideBits<T>();
  const v = scratchOf<T>(large, results);
  const folded = v + (VECTOR << rows);
  fold<T>(v, rows, VECTOR, large.words, folded);
  for (let w: u32 = 0; w < large.wordCount; w++) {
    const masks = large.wordMasks + w * 12;
    const sums = at(folded + load<u32>(masks) * VECTOR);
    const value = sumOf<T>(withSigns<T>(sums, load<u32>(masks, 4)));
    const result = results + (w << 3);
    store<f64>(result, load<f64>(result) + (odd(load<u32>(masks, 8) & b) ? -value : value));
  }
}

/** Im⟨λ|Y|ψ⟩ of every qubit, by blocks; of one above a block with the block where it is 1 too. */
export function turnSlopes<T>(large: Large, from: u32, to: u32, results: usize): void {
  clear(large.qubits, results);
  const bits = insideBits<T>();
  for (let b = from; b < to; b++) {
    const offset = b * blockBytes<T>(large);
    for (let q: u32 = 0; q < large.qubits; q++) {
      let value: f64 = 0;
      if (q < bits) value = insideSlope<T>(large, offset, q);
      else if (q < large.blockBits) value = rowSlope<T>(large, offset, q - bits);
      else if (((b >> (q - large.blockBits)) & 1) == 0)
        value = pairSlope<T>(large, offset, blockBytes<T>(large) << (q - large.blockBits), blockBytes<T>(large));
      const result = results + (q << 3);
      store<f64>(result, load<f64>(result) + value);
    }
  }
}

/** Σ λ₁ψ₀ − λ₀ψ₁ over pairs so many bytes apart. */
function pairSlope<T>(large: Large, offset: usize, apart: usize, bytes: usize): f64 {
  let sum = i64x2.splat(0);
  for (let i = offset; i < offset + bytes; i += VECTOR) {
    const up = mul<T>(at(large.other + i + apart), at(large.state + i));
    sum = add<T>(sum, sub<T>(up, mul<T>(at(large.other + i), at(large.state + i + apart))));
  }
  return sumOf<T>(sum);
}

function rowSlope<T>(large: Large, offset: usize, row: u32): f64 {
  const apart = <usize>(2 * VECTOR) << row;
  let sum: f64 = 0;
  for (let i = offset; i < offset + blockBytes<T>(large); i += 2 * apart) sum += pairSlope<T>(large, i, apart, apart);
  return sum;
}

function insideSlope<T>(large: Large, offset: usize, bit: u32): f64 {
  let sum = i64x2.splat(0);
  for (let i = offset; i < offset + blockBytes<T>(large); i += VECTOR)
    sum = add<T>(sum, mul<T>(at(large.other + i), exchanged<T>(at(large.state + i), bit)));
  // λ₁ψ₀ counts where the bit is 1, λ₀ψ₁ against it.
  return -sumOf<T>(withSigns<T>(sum, 1 << bit));
}

/** ⟨ψ|word|ψ⟩ or Im⟨λ|word|ψ⟩ where every control is 1, amplitude by amplitude; blocks from `from` to before `to`. */
export function wordSum<T>(large: Large, from: u32, to: u32, results: usize, slope: bool): void {
  const x = large.x;
  const turns = popcnt<u32>(x & large.z);
  let sum: f64 = 0;
  for (let k = from << large.blockBits; k < to << large.blockBits; k++) {
    if ((k & large.controls) != large.controls) continue;
    const p = amplitudeAt<T>(large.state, k);
    const l = amplitudeAt<T>(slope ? large.other : large.state, k ^ x);
    const kr = <f64>load<T>(p);
    const ki = <f64>load<T>(p + VECTOR);
    const lr = <f64>load<T>(l);
    const li = <f64>load<T>(l + VECTOR);
    // l* k has the parts re and im; i^y of it the real part re or −im, the imaginary part im or re.
    const re = lr * kr + li * ki;
    const im = lr * ki - li * kr;
    let value = slope ? (turns & 1 ? re : im) : turns & 1 ? -im : re;
    if (turns & 2) value = -value;
    sum += odd(k & large.z) ? -value : value;
  }
  store<f64>(results, sum);
}
