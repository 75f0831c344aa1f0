import type { Entry } from './gates.ts';

/** Whether the rows are orthonormal and 2ⁿ of them, to within what double precision rounds. */
export function isUnitary(matrix: readonly (readonly Entry[])[]): boolean {
  const size = matrix.length;
  if (!Number.isInteger(Math.log2(size)) || matrix.some((row) => row.length !== size)) return false;
  return matrix.every((one, j) =>
    matrix.every((other, k) => {
      const [re, im] = overlap(one, other);
      return Math.abs(re - (j === k ? 1 : 0)) < 1e-9 && Math.abs(im) < 1e-9;
    }),
  );
}

/** Σ āₖbₖ */
function overlap(one: readonly Entry[], other: readonly Entry[]): readonly [re: number, im: number] {
  let [re, im] = [0, 0];
  one.forEach((entry, k) => {
    const [[ar, ai], [br, bi]] = [complex(entry), complex(other[k])];
    re += ar * br + ai * bi;
    im += ar * bi - ai * br;
  });
  return [re, im];
}

const complex = (entry: Entry) => (typeof entry === 'number' ? ([entry, 0] as const) : entry);
