import type { Dataset } from '@hqnn/data';
import { TRAINING } from './presets.ts';

/** How a model is trained. */
export interface TrainOptions {
  readonly epochs?: number;
  /** Samples a step. */
  readonly batch?: number;
  /** Where the learning rates of circuit and head start; both fall to 0 along a cosine. */
  readonly learningRate?: number;
  /** That of the circuit, where it differs. */
  readonly circuitLearningRate?: number;
  /**
   * Early stopping: training ends when the validation loss has not fallen for so many epochs, and the epoch of the
   * lowest is kept. Without it the whole schedule is run, and its end is kept.
   */
  readonly patience?: number;
  /** Decides the order of the samples. */
  readonly seed?: number;
  readonly onBatch?: (progress: BatchProgress) => void;
  /** Training waits for it. */
  readonly onEpoch?: (metrics: EpochMetrics) => void | Promise<void>;
}

/** How far an epoch is. */
export interface BatchProgress {
  readonly epoch: number;
  readonly epochs: number;
  /** Samples of this epoch seen so far, and in all. */
  readonly seen: number;
  readonly samples: number;
  readonly loss: number;
}

/** What an epoch came to: losses in nats, accuracies of 1. */
export interface EpochMetrics {
  readonly epoch: number;
  readonly train: { readonly loss: number; readonly accuracy: number };
  readonly validation: { readonly loss: number; readonly accuracy: number };
}

/** Prepared samples, in two parts. */
export interface TrainingData {
  readonly train: Dataset;
  /** What choices are made on; nothing is fitted to it. */
  readonly validation: Dataset;
}

/** The options with every default filled in, and checked, with the data, before any work. */
export function resolved({ train, validation }: TrainingData, options: TrainOptions) {
  const { learningRate = TRAINING.learningRate } = options;
  const all = { ...TRAINING, seed: 0, learningRate, circuitLearningRate: learningRate, ...options };
  const { epochs, batch, patience = 1, circuitLearningRate } = all;
  for (const [name, value] of Object.entries({ epochs, batch, patience }))
    if (!(Number.isInteger(value) && value >= 1)) throw new Error(`${name} is ${value}. It is a whole number from 1.`);
  for (const [name, value] of Object.entries({ learningRate, circuitLearningRate }))
    if (!(Number.isFinite(value) && value > 0)) throw new Error(`${name} is ${value}. It is a number above 0.`);
  if (train.labels.length === 0 || validation.labels.length === 0)
    throw new Error(
      `Training takes samples to train and to validate on, but was given ${train.labels.length} and ${validation.labels.length}.`,
    );
  return all;
}

export type ResolvedOptions = ReturnType<typeof resolved>;
