import type { Matrix } from '@hqnn/sim';
import { complex } from './complex.ts';
import type { Fixed } from './gates.ts';

/** A matrix as a simulator takes it: row by row, two numbers an entry. */
export const packed = (matrix: Fixed['matrix']): Matrix => Float64Array.from(matrix.flat().flatMap(complex));
