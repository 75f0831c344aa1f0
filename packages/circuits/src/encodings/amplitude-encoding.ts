import { MOST_QUBITS, type OtherNorm, type ZeroNorm } from '@hqnn/sim';
import { checkCount, checkNoMore } from '../check.ts';
import type { Circuit } from '../circuit.ts';
import { entryOf } from '../entry-of.ts';

/** How amplitudes are encoded. */
export interface AmplitudeOptions {
  /** The fewest that hold all features, if absent. */
  readonly qubits?: number;
  /** What the amplitudes past the features are: zeros if absent, or all one more feature, x[features], such as a constant. */
  readonly padding?: keyof typeof PADDINGS;
  /** What a sample is whose features are all zero: an error if absent, or the state |0…0⟩, which has no gradient in them. */
  readonly zeroNorm?: ZeroNorm;
  /** What is done with a sample of any other norm than 1: it is divided by it if absent, or refused. */
  readonly otherNorm?: OtherNorm;
}

/**
 * Σ xₖ|k⟩/‖x‖, the rest of 2ⁿ amplitudes zero: the first part of a circuit on n qubits, before anything else. The
 * simulator divides by the norm of each row, so features need not be normalised and gradients are those of the quotient;
 * the length of x is lost, unless a constant pads it: { padding: 'feature' }, with the constant as the last of each row.
 */
export function amplitudeEncoding(
  features: number,
  { qubits = fewest(features), padding = 'zeros', zeroNorm, otherNorm, ...more }: AmplitudeOptions = {},
): Circuit {
  checkNoMore('amplitudeEncoding', more);
  checkCount('amplitudeEncoding', 'features', features, 1, 2 ** MOST_QUBITS);
  checkCount('amplitudeEncoding', 'qubits', qubits, 1, MOST_QUBITS);
  if (features > 2 ** qubits)
    throw new Error(
      `${features} features do not fit the ${2 ** qubits} amplitudes of ${qubits} qubits. Take ${fewest(features)} qubits.`,
    );
  const rest = entryOf(PADDINGS, padding, 'padding')(features, 2 ** qubits - features);
  return {
    qubits,
    ops: [],
    initial: [...Array(features).keys(), ...rest],
    ...(zeroNorm === undefined ? {} : { zeroNorm: entryOf(ZERO_NORMS, zeroNorm, 'zeroNorm') }),
    ...(otherNorm === undefined ? {} : { otherNorm: entryOf(OTHER_NORMS, otherNorm, 'otherNorm') }),
  };
}

/** The places in x of the amplitudes past the features. */
const PADDINGS = {
  zeros: (): readonly number[] => [],
  feature: (features: number, rest: number): readonly number[] => new Array<number>(rest).fill(features),
};

const ZERO_NORMS = { error: 'error', 'zero-state': 'zero-state' } as const;
const OTHER_NORMS = { divide: 'divide', error: 'error' } as const;

const fewest = (features: number) => Math.max(1, Math.ceil(Math.log2(features)));
