import { type Circuit, expectation, type RunOptions } from '@hqnn/circuits';
import type { Observable, Precision } from '@hqnn/sim';
import { checkNoOthers, checkOption, checkWhole } from '../check-option.ts';
import { demandMethod } from '../demand-method.ts';
import type { GradientMethod } from '../method.ts';
import { drawnPoints, type Initialisation } from './drawn-points.ts';
import { type Decay, exponentialDecay } from './exponential-decay.ts';
import type { Sampled } from './moments.ts';
import { slopeVariance } from './slope-variance.ts';
import { slopesAt } from './slopes-at.ts';

/** Which circuits are looked at, and how their weights are drawn. */
export interface GradientVarianceOptions extends RunOptions {
  readonly qubits: readonly number[];
  /** 1 if absent. */
  readonly layers?: readonly number[];
  /** How many gradients are drawn for each circuit: a whole number from 2, and 200 if absent. */
  readonly samples?: number;
  /** Decides the draws: a whole number from 0, and 0 if absent. */
  readonly seed?: number;
  /** How weights are drawn: uniform from −π to π if absent. */
  readonly initialisation?: Initialisation;
  /** The features of every draw, given the number of qubits, of circuits that have any. */
  readonly x?: (qubits: number) => ArrayLike<number>;
  /** The adjoint sweep, over all draws at once, if absent. */
  readonly method?: GradientMethod;
}

/** The variance of slopes at one number of qubits and of layers. */
export interface SlopeVariance {
  readonly qubits: number;
  readonly layers: number;
  readonly weights: number;
  /** The mean over all weights of the variance of the slope in each. */
  readonly all: Sampled;
  /** That of the slope in the first weight. */
  readonly first: Sampled;
}

/** How slopes vary where training starts, and how fast that decays with the qubits. */
export interface GradientVariance {
  readonly samples: number;
  readonly variances: readonly SlopeVariance[];
  /** variance ≈ amplitude · rate^qubits, for each number of layers; null where there are not two numbers of qubits to fit. */
  readonly decays: readonly { readonly layers: number; readonly all: Decay | null; readonly first: Decay | null }[];
}

/** Below this a variance is that of rounding, of a slope that is 0 everywhere. */
const ROUNDING: Readonly<Record<Precision, number>> = { single: 1e-11, double: 1e-26 };

/**
 * The variance of ∂⟨O⟩/∂θ over drawn weights, for each number of qubits and of layers: where it decays exponentially with
 * the qubits, the landscape is a barren plateau. McClean, Boixo, Smelyanskiy, Babbush and Neven, Nat. Commun. 9, 4812
 * (2018); Cerezo, Sone, Volkoff, Cincio and Coles, Nat. Commun. 12, 1791 (2021) for what local and global observables
 * make of it. The draws for a circuit do not depend on which others are looked at.
 */
export function gradientVariance(
  make: (qubits: number, layers: number) => { readonly circuit: Circuit; readonly observable: Observable },
  {
    qubits,
    layers = [1],
    samples = 200,
    seed = 0,
    initialisation,
    x,
    method,
    simulator,
    ...more
  }: GradientVarianceOptions,
): GradientVariance {
  checkNoOthers('gradientVariance', { qubits, layers, samples, seed, initialisation, x, method, simulator }, more);
  checkCounts({ qubits });
  checkCounts({ layers });
  checkWhole('gradientVariance', { samples }, 2);
  checkWhole('gradientVariance', { seed }, 0);
  if (method !== undefined) demandMethod('gradientVariance', method);
  const varianceAt = (n: number, l: number): SlopeVariance => {
    const { circuit, observable } = make(n, l);
    const f = expectation(circuit, observable, simulator ? { simulator } : {});
    if (f.program.weights === 0)
      throw new Error(`gradientVariance was given a circuit without weights for ${n} qubits and ${l} layers.`);
    // A stream of its own for each circuit.
    const points = drawnPoints(f, { samples, seed, stream: 2 ** 16 * l + n, initialisation, x: x?.(n) });
    const slopes = slopesAt('gradientVariance', f, points, method);
    return { qubits: n, layers: l, weights: f.program.weights, ...slopeVariance(slopes, f.program.weights) };
  };
  const variances = layers.flatMap((l) => qubits.map((n) => varianceAt(n, l)));
  // The simulator that all share, if none is named, is in double precision.
  const rounding = ROUNDING[simulator?.precision ?? 'double'];
  const decays = layers.map((l) => {
    const own = variances.filter((variance) => variance.layers === l);
    const decayOf = (which: 'all' | 'first') =>
      exponentialDecay(
        own.map((variance) => ({ n: variance.qubits, ...variance[which] })),
        rounding,
      );
    return { layers: l, all: decayOf('all'), first: decayOf('first') };
  });
  return { samples, variances, decays };
}

function checkCounts(option: Readonly<Record<string, readonly number[]>>): void {
  const [counts] = Object.values(option);
  const holds = Array.isArray(counts) && counts.length > 0 && counts.every((n) => Number.isInteger(n) && n >= 1);
  checkOption('gradientVariance', option, holds, 'a list of whole numbers from 1');
}
