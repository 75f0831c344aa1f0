// A dense matrix on some qubits: what fits no other pass.
import { VECTOR, add, at, mul, put, splatAt, sub, zero } from './vector';

/** A matrix, its inverse, and where it acts. */
@unmanaged
export class Dense {
  /** Rows and columns: 2 to the number of targets. */
  dimension: u32;
  controls: u32;
  /** All targets as a mask. */
  targets: u32;
  /** For each row, its bits put at the targets: one i32 each. */
  offsets: usize;
  /** dimension² complex numbers, row by row. */
  forward: usize;
  backward: usize;
}

/** out = matrix · in where every control is 1, and in elsewhere; `src` and `dst` must differ. */
export function applyMatrix<T>(src: usize, dst: usize, size: u32, lanes: usize, dense: Dense, back: bool): void {
  const row = lanes << 1;
  const dimension = dense.dimension;
  const controls = dense.controls;
  const targets = dense.targets;
  const offsets = dense.offsets;
  const matrix = back ? dense.backward : dense.forward;
  for (let base: u32 = 0; base < size; base++) {
    if ((base & controls) != controls) {
      memory.copy(dst + base * row, src + base * row, row);
      continue;
    }
    if ((base & targets) != 0) continue;
    let entry = matrix;
    for (let r: u32 = 0; r < dimension; r++) {
      const y = dst + (base | load<u32>(offsets + (r << 2))) * row;
      for (let i: usize = 0; i < lanes; i += VECTOR) {
        let re = zero();
        let im = zero();
        let m = entry;
        for (let c: u32 = 0; c < dimension; c++) {
          const x = src + (base | load<u32>(offsets + (c << 2))) * row + i;
          const mr = splatAt<T>(m);
          const mi = splatAt<T>(m + sizeof<T>());
          const xr = at(x);
          const xi = at(x + lanes);
          re = add<T>(re, sub<T>(mul<T>(mr, xr), mul<T>(mi, xi)));
          im = add<T>(im, add<T>(mul<T>(mr, xi), mul<T>(mi, xr)));
          m += 2 * sizeof<T>();
        }
        put(y + i, re);
        put(y + lanes + i, im);
      }
      entry += 2 * dimension * sizeof<T>();
    }
  }
}
