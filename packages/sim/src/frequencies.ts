import type { RotationInstruction } from './program.ts';

type Generator = Pick<RotationInstruction, 'phase' | 'controls'>;

/** The eigenvalues of a rotation's generator: phase ± ½, and 0 as well where a control is off. */
export const eigenvaluesOf = ({ phase, controls }: Generator): readonly number[] => [
  ...new Set([phase - 1 / 2, phase + 1 / 2, ...(controls === 0 ? [] : [0])]),
];

/** The frequencies of ⟨O⟩ in the angle of a rotation: the positive gaps of its generator's spectrum. */
export const frequenciesOf = (rotation: Generator): readonly number[] => gapsOf(eigenvaluesOf(rotation));

/** Gaps closer than this, as a share of the widest, are one: eigenvalues are known to so many digits. */
const SAME = 1e-9;

/**
 * The positive differences of eigenvalues, each once, in order: the frequencies of ⟨O⟩ in the angle α of exp(−iαG), for
 * any generator G with that spectrum. None where all eigenvalues are equal.
 */
export function gapsOf(eigenvalues: readonly number[]): readonly number[] {
  if (eigenvalues.length === 0 || !eigenvalues.every(Number.isFinite))
    throw new Error(`A spectrum was given as (${eigenvalues}). It is one finite eigenvalue or more.`);
  const widest = Math.max(...eigenvalues) - Math.min(...eigenvalues);
  const gaps = eigenvalues.flatMap((a) => eigenvalues.map((b) => a - b)).filter((gap) => gap > SAME * widest);
  return gaps.sort((a, b) => a - b).filter((gap, k) => k === 0 || gap - gaps[k - 1] > SAME * widest);
}
