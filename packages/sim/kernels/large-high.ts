// Rotations about Y of up to six qubits above a block: tiles of 2^tileBits rows, each a few columns wide, so that a tile is
// read once for all of its qubits.
import { VECTOR, add, at, mul, neg, opened, put, splatAt, sub } from './vector';
import { Block } from './layout';
import { Large } from './large';

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

/** Where the amplitude is that is read or written as the one at `offset`, with exchanged ones along flipped qubits. */
@inline
function flip(offset: usize, a: usize, b: usize, c: usize, flips: u32): usize {
  return offset ^ (flips & 1 ? a : 0) ^ (flips & 2 ? b : 0) ^ (flips & 4 ? c : 0);
}

function one<T>(x: usize, a: usize, columns: usize, t0: v128, read: u32, write: u32): void {
  const r1 = x + (read ? 0 : a);
  const r0 = x + (read ? a : 0);
  const w1 = x + (write ? 0 : a);
  const w0 = x + (write ? a : 0);
  for (let i: usize = 0; i < columns; i += VECTOR) {
    const v0 = at(r0 + i);
    const v1 = at(r1 + i);
    put(w0 + i, sub<T>(v0, mul<T>(t0, v1)));
    put(w1 + i, add<T>(v1, mul<T>(t0, v0)));
  }
}

function two<T>(x: usize, a: usize, b: usize, columns: usize, t0: v128, t1: v128, read: u32, write: u32): void {
  const r0 = x + flip(0, a, b, 0, read);
  const r1 = x + flip(a, a, b, 0, read);
  const r2 = x + flip(b, a, b, 0, read);
  const r3 = x + flip(a + b, a, b, 0, read);
  const w0 = x + flip(0, a, b, 0, write);
  const w1 = x + flip(a, a, b, 0, write);
  const w2 = x + flip(b, a, b, 0, write);
  const w3 = x + flip(a + b, a, b, 0, write);
  for (let i: usize = 0; i < columns; i += VECTOR) {
    let v0 = at(r0 + i);
    let v1 = at(r1 + i);
    let v2 = at(r2 + i);
    let v3 = at(r3 + i);
    let u = v0;
    v0 = sub<T>(v0, mul<T>(t0, v1));
    v1 = add<T>(v1, mul<T>(t0, u));
    u = v2;
    v2 = sub<T>(v2, mul<T>(t0, v3));
    v3 = add<T>(v3, mul<T>(t0, u));
    put(w0 + i, sub<T>(v0, mul<T>(t1, v2)));
    put(w2 + i, add<T>(v2, mul<T>(t1, v0)));
    put(w1 + i, sub<T>(v1, mul<T>(t1, v3)));
    put(w3 + i, add<T>(v3, mul<T>(t1, v1)));
  }
}

function three<T>(
  x: usize, a: usize, b: usize, c: usize, columns: usize, t0: v128, t1: v128, t2: v128, read: u32, write: u32,
): void {
  // With strides of either sign eight rows are reached from one.
  const ra = read & 1 ? 0 - a : a;
  const rb = read & 2 ? 0 - b : b;
  const rc = read & 4 ? 0 - c : c;
  const wa = write & 1 ? 0 - a : a;
  const wb = write & 2 ? 0 - b : b;
  const wc = write & 4 ? 0 - c : c;
  let src = x + flip(0, a, b, c, read);
  let dst = x + flip(0, a, b, c, write);
  for (let i: usize = 0; i < columns; i += VECTOR) {
    let v0 = at(src);
    let v1 = at(src + ra);
    let v2 = at(src + rb);
    let v3 = at(src + ra + rb);
    let v4 = at(src + rc);
    let v5 = at(src + ra + rc);
    let v6 = at(src + rb + rc);
    let v7 = at(src + ra + rb + rc);
    src += VECTOR;
    let u = v0;
    v0 = sub<T>(v0, mul<T>(t0, v1));
    v1 = add<T>(v1, mul<T>(t0, u));
    u = v2;
    v2 = sub<T>(v2, mul<T>(t0, v3));
    v3 = add<T>(v3, mul<T>(t0, u));
    u = v4;
    v4 = sub<T>(v4, mul<T>(t0, v5));
    v5 = add<T>(v5, mul<T>(t0, u));
    u = v6;
    v6 = sub<T>(v6, mul<T>(t0, v7));
    v7 = add<T>(v7, mul<T>(t0, u));
    u = v0;
    v0 = sub<T>(v0, mul<T>(t1, v2));
    v2 = add<T>(v2, mul<T>(t1, u));
    u = v1;
    v1 = sub<T>(v1, mul<T>(t1, v3));
    v3 = add<T>(v3, mul<T>(t1, u));
    u = v4;
    v4 = sub<T>(v4, mul<T>(t1, v6));
    v6 = add<T>(v6, mul<T>(t1, u));
    u = v5;
    v5 = sub<T>(v5, mul<T>(t1, v7));
    v7 = add<T>(v7, mul<T>(t1, u));
    put(dst, sub<T>(v0, mul<T>(t2, v4)));
    put(dst + wa, sub<T>(v1, mul<T>(t2, v5)));
    put(dst + wb, sub<T>(v2, mul<T>(t2, v6)));
    put(dst + wa + wb, sub<T>(v3, mul<T>(t2, v7)));
    put(dst + wc, add<T>(v4, mul<T>(t2, v0)));
    put(dst + wa + wc, add<T>(v5, mul<T>(t2, v1)));
    put(dst + wb + wc, add<T>(v6, mul<T>(t2, v2)));
    put(dst + wa + wb + wc, add<T>(v7, mul<T>(t2, v3)));
    dst += VECTOR;
  }
}
