import type { Matrix } from '@hqnn/sim';
import type { Fixed } from './gates.ts';

/** A matrix as a simulator takes it: row by row, two numbers an entry. */
export const packed = (matrix: Fixed['matrix']): Matrix =>
  Float64Array.from(matrix.flat().flatMap((entry) => (typeof entry === 'number' ? [entry, 0] : [...entry])));
