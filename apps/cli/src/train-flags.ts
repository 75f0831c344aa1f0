import type { EntanglerOptions } from '@hqnn/circuits';
import { presetNamed } from '@hqnn/classifier/presets';
import type { Precision } from '@hqnn/sim';
import type { RunConfig } from './run-config.ts';

/** The options of a command that decide the circuit. */
export interface CircuitFlags extends Required<EntanglerOptions> {
  readonly preset: string;
  readonly features?: number;
  readonly qubits?: number;
  readonly layers?: number;
}

/** The options of `hqnn train`. */
export interface TrainFlags extends CircuitFlags {
  readonly digits: readonly number[];
  readonly data: string;
  readonly images?: readonly [from: number, to: number];
  readonly hidden: readonly number[];
  readonly gradient: string;
  readonly precision: Precision;
  readonly threads: 'auto' | number;
  readonly epochs: number;
  readonly batch: number;
  readonly lr: number;
  readonly circuitLr?: number;
  readonly patience?: number;
  readonly seed: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** What the options decide of the circuit, the preset deciding the rest. */
export function circuitOf({ preset, features, qubits, layers, entangler, topology }: CircuitFlags) {
  const { model } = presetNamed(preset);
  return {
    features: features ?? model.features,
    qubits: qubits ?? model.qubits,
    layers: layers ?? model.layers,
    entangler,
    topology,
  };
}

export function configOf(flags: TrainFlags): RunConfig {
  const { preset, seed, data, digits, images, hidden, gradient, precision, threads } = flags;
  const { epochs, batch, lr, circuitLr = lr, patience } = flags;
  return {
    version: 1,
    preset,
    seed,
    data: { source: data, digits, ...(images ? { images } : {}) },
    model: { ...circuitOf(flags), hidden, classes: digits.length, seed },
    gradient,
    simulator: { precision, threads },
    training: { epochs, batch, learningRate: lr, circuitLearningRate: circuitLr, ...(patience ? { patience } : {}) },
  };
}
