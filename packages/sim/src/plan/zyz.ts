import type { Matrix } from '../program.ts';

/** U = e^{i·phase} RZ(last) RY(middle) RZ(first) */
export interface EulerAngles {
  readonly phase: number;
  readonly first: number;
  readonly middle: number;
  readonly last: number;
}

const TINY = 1e-12;

/** The angles of a unitary matrix on one qubit with no entry that is 0; nothing for any other. */
export function anglesOf(matrix: Matrix): EulerAngles | undefined {
  const full = [0, 1, 2, 3].every((entry) => Math.hypot(matrix[2 * entry], matrix[2 * entry + 1]) > TINY);
  return full ? eulerAngles(matrix) : undefined;
}

/**
 * The angles of any unitary matrix on one qubit, Nielsen and Chuang, theorem 4.1; nothing for a matrix that they do not
 * give to within the tolerance.
 */
export function eulerAngles(matrix: Matrix, tolerance = TINY): EulerAngles | undefined {
  const [a, b, c, d] = [0, 1, 2, 3].map((entry) => ({
    modulus: Math.hypot(matrix[2 * entry], matrix[2 * entry + 1]),
    argument: Math.atan2(matrix[2 * entry + 1], matrix[2 * entry]),
  }));
  // An entry that is 0 has no argument: what it would decide is 0.
  const sum = a.modulus > TINY ? d.argument - a.argument : 0;
  const phase = a.modulus > TINY ? a.argument + sum / 2 : (b.argument + c.argument - Math.PI) / 2;
  const difference = c.modulus > TINY ? 2 * (c.argument - phase) : 0;
  const middle = 2 * Math.atan2(c.modulus, a.modulus);
  const angles = { phase, first: (sum - difference) / 2, middle, last: (sum + difference) / 2 };
  const entries = matrixOf(angles);
  const same = [a, b, c, d].every(({ modulus, argument }, k) => {
    const [re, im] = [modulus * Math.cos(argument), modulus * Math.sin(argument)];
    return Math.hypot(re - entries[k][0], im - entries[k][1]) < tolerance;
  });
  return same ? angles : undefined;
}

function matrixOf({ phase, first, middle, last }: EulerAngles): readonly (readonly [re: number, im: number])[] {
  const [c, s] = [Math.cos(middle / 2), Math.sin(middle / 2)];
  const polar = (modulus: number, argument: number) =>
    [modulus * Math.cos(argument), modulus * Math.sin(argument)] as const;
  return [
    polar(c, phase - (last + first) / 2),
    polar(-s, phase - (last - first) / 2),
    polar(s, phase + (last - first) / 2),
    polar(c, phase + (last + first) / 2),
  ];
}
