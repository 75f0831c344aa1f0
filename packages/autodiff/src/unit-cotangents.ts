/** Cotangents of 1 for one observable in every row, and of 0 for the others: rows × observables. */
export const unitCotangents = (rows: number, observables: number, one: number): Float64Array =>
  Float64Array.from({ length: rows * observables }, (_, k) => (k % observables === one ? 1 : 0));
