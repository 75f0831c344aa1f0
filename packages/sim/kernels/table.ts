// The table of a diagonal pass, once a step: a product over its words, by doubling for single Zs.
import { VECTOR, add, at, mul, odd, put, splatAt, sub, sumOf } from './vector';
import { fold } from './signs';
import { Frame, Program, Table } from './layout';

export function buildTable<T>(t: Table, qubits: u32): void {
  const size: u32 = 1 << qubits;
  const re = t.work;
  const im = t.work + size * sizeof<T>();
  store<T>(re, load<T>(t.scale));
  store<T>(im, load<T>(t.scale + sizeof<T>()));
  for (let j: u32 = 0; j < qubits; j++) {
    const level = t.levels + j * 4 * sizeof<T>();
    const half = <usize>sizeof<T>() << j;
    if (half < VECTOR) doubleOne<T>(re, im, half, level);
    else doubleVectors<T>(re, im, half, level);
  }
  for (let w: u32 = 0; w < t.otherCount; w++) {
    const mask = load<u32>(t.masks + (w << 2));
    multiplyWord<T>(re, im, size, mask, load<T>(t.others + 2 * w * sizeof<T>()), load<T>(t.others + (2 * w + 1) * sizeof<T>()));
  }
  for (let k: u32 = 0; k < size; k++) {
    const from = (t.source ? load<u32>(t.source + (k << 2)) : k) * sizeof<T>();
    const entry = 2 * k * sizeof<T>();
    const a = load<T>(re + from);
    const b = load<T>(im + from);
    if (t.fixed) {
      const c = load<T>(t.fixed + entry);
      const d = load<T>(t.fixed + entry + sizeof<T>());
      store<T>(t.table + entry, <T>(a * c - b * d));
      store<T>(t.table + entry + sizeof<T>(), <T>(a * d + b * c));
    } else {
      store<T>(t.table + entry, a);
      store<T>(t.table + entry + sizeof<T>(), b);
    }
  }
}

/** Entries at `half` are those below times the factor where the qubit is 1; those below get the other. */
function doubleOne<T>(re: usize, im: usize, half: usize, level: usize): void {
  const lr = load<T>(level);
  const li = load<T>(level + sizeof<T>());
  const ur = load<T>(level + 2 * sizeof<T>());
  const ui = load<T>(level + 3 * sizeof<T>());
  for (let k: usize = 0; k < half; k += sizeof<T>()) {
    const a = load<T>(re + k);
    const b = load<T>(im + k);
    store<T>(re + k + half, <T>(a * ur - b * ui));
    store<T>(im + k + half, <T>(a * ui + b * ur));
    store<T>(re + k, <T>(a * lr - b * li));
    store<T>(im + k, <T>(a * li + b * lr));
  }
}

function doubleVectors<T>(re: usize, im: usize, half: usize, level: usize): void {
  const lr = splatAt<T>(level);
  const li = splatAt<T>(level + sizeof<T>());
  const ur = splatAt<T>(level + 2 * sizeof<T>());
  const ui = splatAt<T>(level + 3 * sizeof<T>());
  for (let k: usize = 0; k < half; k += VECTOR) {
    const a = at(re + k);
    const b = at(im + k);
    put(re + k + half, sub<T>(mul<T>(a, ur), mul<T>(b, ui)));
    put(im + k + half, add<T>(mul<T>(a, ui), mul<T>(b, ur)));
    put(re + k, sub<T>(mul<T>(a, lr), mul<T>(b, li)));
    put(im + k, add<T>(mul<T>(a, li), mul<T>(b, lr)));
  }
}

/** Times cos β ∓ i sin β */
function multiplyWord<T>(re: usize, im: usize, size: u32, mask: u32, c: T, s: T): void {
  for (let k: u32 = 0; k < size; k++) {
    const a = load<T>(re + k * sizeof<T>());
    const b = load<T>(im + k * sizeof<T>());
    const sign: T = odd(mask & k) ? <T>-s : s;
    store<T>(re + k * sizeof<T>(), <T>(a * c + b * sign));
    store<T>(im + k * sizeof<T>(), <T>(b * c - a * sign));
  }
}

/** Of what was summed an amplitude, the slope of each word. */
export function tableSlopes<T>(program: Program, frame: Frame, t: Table): void {
  const size: u32 = 1 << program.qubits;
  const sums = frame.sums + t.sums;
  // The words are those in front of the permutation.
  for (let k: u32 = 0; k < size; k++) {
    const from = t.source ? load<u32>(t.source + (k << 2)) : k;
    put(frame.scratch + from * VECTOR, at(sums + k * VECTOR));
  }
  const folded = frame.scratch + size * VECTOR;
  fold<T>(frame.scratch, program.qubits, VECTOR, t.words, folded);
  for (let w: u32 = 0; w < t.wordCount; w++)
    store<f64>(frame.results + ((t.result + w) << 3), sumOf<T>(at(folded + w * VECTOR)));
}
