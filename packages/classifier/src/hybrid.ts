import { type GradientMethod, parameterShift } from '@hqnn/autodiff';
import { quantum } from '@hqnn/autodiff/tfjs';
import { type EntanglerOptions, eachZ, reuploading } from '@hqnn/circuits';
import { random } from '@hqnn/data';
import type { Simulator } from '@hqnn/sim';
import * as layers from '@tensorflow/tfjs-layers';
import { head } from './head.ts';
import { startScale } from './presets.ts';

/** What a hybrid model is made of: plain data, stored with a run. */
export interface HybridOptions extends EntanglerOptions {
  /** How many features a sample has when it reaches the circuit. */
  readonly features: number;
  readonly qubits: number;
  readonly layers: number;
  /** The widths of the head's hidden layers; none for a linear head. */
  readonly hidden?: readonly number[];
  readonly classes?: number;
  /** Decides where all weights start. */
  readonly seed?: number;
}

/** How its circuit is run and differentiated. */
export interface Engine {
  readonly simulator?: Simulator;
  readonly method?: GradientMethod;
}

/**
 * features → re-uploading circuit with trainable scale → ⟨Z⟩ of each qubit → head → probability of class 1, or of each
 * class when there are more than two. Angles start from N(0, 1), the scale at `startScale`.
 */
export function hybrid(options: HybridOptions, { method = parameterShift, ...engine }: Engine = {}): layers.Sequential {
  const { features, qubits, hidden = [], classes = 2, seed = 0, ...circuit } = options;
  const measured = quantum({
    name: 'circuit',
    inputShape: [features],
    circuit: reuploading(qubits, { features, ...circuit }),
    observables: eachZ(qubits),
    initial: {
      scale: layers.initializers.constant({ value: startScale(circuit.layers) }),
      theta: layers.initializers.randomNormal({ stddev: 1, seed: random(seed, 'theta').below(2 ** 31) }),
    },
    method,
    ...engine,
  });
  return layers.sequential({ layers: [measured, ...head({ hidden, classes, seed })] });
}
