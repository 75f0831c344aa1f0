import type { RotationInstruction } from './program.ts';

/**
 * The frequencies of ⟨O⟩ in the angle of a rotation: the positive gaps between the eigenvalues of its generator, which
 * are phase ± ½, and 0 as well where a control is off.
 */
export function frequenciesOf({ phase, controls }: Pick<RotationInstruction, 'phase' | 'controls'>): readonly number[] {
  const eigenvalues = [phase - 1 / 2, phase + 1 / 2, ...(controls === 0 ? [] : [0])];
  const gaps = eigenvalues.flatMap((a) => eigenvalues.map((b) => a - b)).filter((gap) => gap > 0);
  return [...new Set(gaps)].sort((a, b) => a - b);
}
