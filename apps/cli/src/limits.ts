/** The whole numbers that an option or a configuration takes, from the least to the most; more would not end, or not fit. */
export const LIMITS = {
  digit: [0, 9],
  features: [1, 784],
  qubits: [1, 28],
  layers: [1, 1000],
  width: [1, 4096],
  epochs: [1, 100_000],
  batch: [1, 60_000],
  patience: [1, 100_000],
  threads: [1, 256],
  seed: [0, Number.MAX_SAFE_INTEGER],
  image: [0, 10_000_000],
} as const;

export type Limited = keyof typeof LIMITS;
