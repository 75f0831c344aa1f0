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
  const [a, b, c, d] = [0, 1, 2, 3].map((entry) => ({
    modulus: Math.hypot(matrix[2 * entry], matrix[2 * entry + 1]),
    argument: Math.atan2(matrix[2 * entry + 1], matrix[2 * entry]),
  }));
  const middle = 2 * Math.atan2(c.modulus, a.modulus);
  const sum = d.argument - a.argument;
  const phase = a.argument + sum / 2;
  const difference = 2 * (c.argument - phase);
  const angles = { phase, first: (sum - difference) / 2, middle, last: (sum + difference) / 2 };
  const entries = matrixOf(angles);
  const same = [a, b, c, d].every(({ modulus, argument }, k) => {
    const [re, im] = [modulus * Math.cos(argument), modulus * Math.sin(argument)];
    return Math.hypot(re - entries[k][0], im - entries[k][1]) < TINY;
  });
  return same && a.modulus > TINY && c.modulus > TINY ? angles : undefined;
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
