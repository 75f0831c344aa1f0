// The table of a diagonal pass, once a step: a product over its words, by doubling for single Zs.
import { VECTOR, add, at, mul, neg, odd, put, splatAt, sub, sumOf, withSigns } from './vector';
import { fold } from './signs';
import { Frame, Program, Table } from './layout';

/**
 * Real and imaginary parts lie apart while they are worked on, and each fills a vector at least: a state of fewer
 * amplitudes has some to spare.
 */
export function buildTable<T>(t: Table, qubits: u32): void {
  const size: u32 = 1 << qubits;
  const re = t.work;
  const im = re + max(size * sizeof<T>(), VECTOR);
  store<T>(re, load<T>(t.scale));
  store<T>(im, load<T>(t.scale + sizeof<T>()));
  for (let j: u32 = 0; j < qubits; j++) {
    const level = t.levels + j * 4 * sizeof<T>();
    const half = <usize>sizeof<T>() << j;
    if (half < VECTOR) doubleOne<T>(re, im, half, level);
    else doubleVectors<T>(re, im, half, level);
  }
  for (let w: u32 = 0; w < t.otherCount; w++)
    multiplyWord<T>(re, im, load<u32>(t.masks + (w << 2)), t.others + 2 * w * sizeof<T>());
  if (t.fixed) multiplyFixed<T>(re, im, t.fixed);
  if (t.source) gather<T>(re, im, size, t.source, t.table);
  else interleave<T>(re, im, t.table);
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

/** Times cos β ∓ i sin β, which are at `cs`. */
function multiplyWord<T>(re: usize, im: usize, mask: u32, cs: usize): void {
  const c = splatAt<T>(cs);
  const plus = withSigns<T>(splatAt<T>(cs + sizeof<T>()), mask);
  const minus = neg<T>(plus);
  const behind = im - re;
  const end = im;
  for (let k: u32 = 0; re < end; k += VECTOR / sizeof<T>()) {
    const s = odd(mask & k) ? minus : plus;
    const a = at(re);
    const b = at(re + behind);
    put(re, add<T>(mul<T>(a, c), mul<T>(b, s)));
    put(re + behind, sub<T>(mul<T>(b, c), mul<T>(a, s)));
    re += VECTOR;
  }
}

/** Times what never changes, its real parts first. */
function multiplyFixed<T>(re: usize, im: usize, fixed: usize): void {
  const behind = im - re;
  for (const end = im; re < end; re += VECTOR) {
    const a = at(re);
    const b = at(re + behind);
    const c = at(fixed);
    const d = at(fixed + behind);
    put(re, sub<T>(mul<T>(a, c), mul<T>(b, d)));
    put(re + behind, add<T>(mul<T>(a, d), mul<T>(b, c)));
    fixed += VECTOR;
  }
}

function gather<T>(re: usize, im: usize, size: u32, source: usize, table: usize): void {
  for (let k: u32 = 0; k < size; k++) {
    const from = load<u32>(source + (k << 2)) * sizeof<T>();
    store<T>(table, load<T>(re + from));
    store<T>(table + sizeof<T>(), load<T>(im + from));
    table += 2 * sizeof<T>();
  }
}

function interleave<T>(re: usize, im: usize, table: usize): void {
  const behind = im - re;
  for (const end = im; re < end; re += VECTOR) {
    const a = at(re);
    const b = at(re + behind);
    if (sizeof<T>() == 8) {
      put(table, v128.shuffle<f64>(a, b, 0, 2));
      put(table + VECTOR, v128.shuffle<f64>(a, b, 1, 3));
    } else {
      put(table, v128.shuffle<f32>(a, b, 0, 4, 1, 5));
      put(table + VECTOR, v128.shuffle<f32>(a, b, 2, 6, 3, 7));
    }
    table += 2 * VECTOR;
  }
}

/** Of what was summed an amplitude, the slope of each word. */
export function tableSlopes<T>(program: Program, frame: Frame, t: Table): void {
  const size: u32 = 1 << program.qubits;
  let v = frame.sums + t.sums;
  const folded = frame.scratch + size * VECTOR;
  // The words are those in front of the permutation.
  if (t.source) {
    for (let k: u32 = 0; k < size; k++)
      put(frame.scratch + load<u32>(t.source + (k << 2)) * VECTOR, at(v + k * VECTOR));
    v = frame.scratch;
  }
  fold<T>(v, program.qubits, VECTOR, t.words, folded);
  for (let w: u32 = 0; w < t.wordCount; w++)
    store<f64>(frame.results + ((t.result + w) << 3), sumOf<T>(at(folded + w * VECTOR)));
}
