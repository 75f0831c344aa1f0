// Rotations about Y of up to six qubits above a block: tiles of 2^tileBits rows, each a few columns wide, so that a tile is
// read once for all of its qubits.
import { VECTOR, add, at, mul, neg, opened, put, splatAt, sub } from './vector';
import { Block } from './layout';
import { Large } from './large';
import { turn1, turn2, turn3 } from './rotate';

/** Tiles from `from` to before `to`. */
export function highSweep<T>(large: Large, from: u32, to: u32): void {
  const unit = (<usize>2 * sizeof<T>()) << large.first;
  const span = unit << large.tileBits;
  const across: u32 = <u32>(unit / large.columns);
  for (let tile = from; tile < to; tile++) {
    const base = large.state + <usize>(tile / across) * span + <usize>(tile % across) * large.columns;
    for (let k: u32 = 0; k < large.blockCount; k++) {
      const turns = changetype<Block>(large.blocks + k * offsetof<Block>());
      if (large.plain) {
        plain<T>(large, turns, base, unit);
        continue;
      }
      const tangents = large.tangents + turns.first * sizeof<T>();
      const flips = load<u32>(large.flips + (turns.first << 2));
      const rows: u32 = 1 << large.tileBits;
      turn<T>(turns, base, rows, unit, large.columns, tangents, large.back ? 0 : flips, large.back ? flips : 0, large.back);
    }
  }
}

/** [c −s; s c] along one qubit, or its inverse. */
function plain<T>(large: Large, turns: Block, base: usize, unit: usize): void {
  const cs = large.tangents + 2 * turns.first * sizeof<T>();
  const c = splatAt<T>(cs);
  let s = splatAt<T>(cs + sizeof<T>());
  if (large.back) s = neg<T>(s);
  const apart = unit << turns.a;
  for (let m: u32 = 0; m < (1 << large.tileBits) >> 1; m++) {
    const start = base + opened(m, turns.a) * unit;
    for (let x = start; x < start + large.columns; x += VECTOR) {
      const v0 = at(x);
      const v1 = at(x + apart);
      put(x, sub<T>(mul<T>(c, v0), mul<T>(s, v1)));
      put(x + apart, add<T>(mul<T>(s, v0), mul<T>(c, v1)));
    }
  }
}

function turn<T>(
  turns: Block, base: usize, rows: u32, unit: usize, columns: usize, tangents: usize, read: u32, write: u32, back: u32,
): void {
  let t0 = splatAt<T>(tangents);
  let t1 = splatAt<T>(tangents + sizeof<T>());
  let t2 = splatAt<T>(tangents + 2 * sizeof<T>());
  if (back) {
    t0 = neg<T>(t0);
    t1 = neg<T>(t1);
    t2 = neg<T>(t2);
  }
  if (turns.count == 3) {
    for (let m: u32 = 0; m < rows >> 3; m++) {
      const k = opened(opened(opened(m, turns.a), turns.b), turns.c);
      three<T>(base + k * unit, unit << turns.a, unit << turns.b, unit << turns.c, columns, t0, t1, t2, read, write);
    }
  } else if (turns.count == 2) {
    for (let m: u32 = 0; m < rows >> 2; m++) {
      const k = opened(opened(m, turns.a), turns.b);
      two<T>(base + k * unit, unit << turns.a, unit << turns.b, columns, t0, t1, read, write);
    }
  } else {
    for (let m: u32 = 0; m < rows >> 1; m++) {
      const x = base + opened(m, turns.a) * unit;
      one<T>(x, unit << turns.a, columns, t0, read, write);
    }
  }
}

/** A step along a qubit, backwards where it is flipped. */
@inline
function stride(apart: usize, flips: u32, k: u32): usize {
  return (flips >> k) & 1 ? 0 - apart : apart;
}

/** Where the first amplitude is, by the flipped qubits. */
@inline
function origin(apart: usize, flips: u32, k: u32): usize {
  return (flips >> k) & 1 ? apart : 0;
}

function one<T>(x: usize, a: usize, columns: usize, t0: v128, read: u32, write: u32): void {
  const ra = stride(a, read, 0);
  const wa = stride(a, write, 0);
  const src = x + origin(a, read, 0);
  const dst = x + origin(a, write, 0);
  for (let i: usize = 0; i < columns; i += VECTOR) turn1<T>(src + i, ra, dst + i, wa, 0, t0);
}

function two<T>(x: usize, a: usize, b: usize, columns: usize, t0: v128, t1: v128, read: u32, write: u32): void {
  const ra = stride(a, read, 0);
  const rb = stride(b, read, 1);
  const wa = stride(a, write, 0);
  const wb = stride(b, write, 1);
  const src = x + origin(a, read, 0) + origin(b, read, 1);
  const dst = x + origin(a, write, 0) + origin(b, write, 1);
  for (let i: usize = 0; i < columns; i += VECTOR) turn2<T>(src + i, ra, rb, dst + i, wa, wb, 0, t0, t1);
}

function three<T>(
  x: usize, a: usize, b: usize, c: usize, columns: usize, t0: v128, t1: v128, t2: v128, read: u32, write: u32,
): void {
  const ra = stride(a, read, 0);
  const rb = stride(b, read, 1);
  const rc = stride(c, read, 2);
  const wa = stride(a, write, 0);
  const wb = stride(b, write, 1);
  const wc = stride(c, write, 2);
  const src = x + origin(a, read, 0) + origin(b, read, 1) + origin(c, read, 2);
  const dst = x + origin(a, write, 0) + origin(b, write, 1) + origin(c, write, 2);
  for (let i: usize = 0; i < columns; i += VECTOR)
    turn3<T>(src + i, ra, rb, ra + rb, rc, dst + i, wa, wb, wa + wb, wc, 0, t0, t1, t2);
}
