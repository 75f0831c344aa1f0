import { checkCotangents, rowsIn, uniform } from '@hqnn/sim';
import { checkNoOthers, checkOption, checkWhole } from './check-option.ts';
import type { GradientMethod } from './method.ts';

/** How a gradient is estimated by simultaneous perturbation. */
export interface SpsaOptions {
  /** How far each number is moved: 0.1 if absent. The estimate is off by about its square; the errors of estimated expectation values are divided by it. */
  readonly step?: number;
  /** How many directions are averaged over: a whole number from 1. */
  readonly repeats?: number;
  /** Decides the directions: a whole number from 0. */
  readonly seed?: number;
}

/**
 * Simultaneous perturbation: two executions for any number of weights and features, each moved by ±step at random, and
 * (f(θ + cΔ) − f(θ − cΔ))/2c · Δ as an estimate whose mean is the gradient, to the order of c². Each call draws
 * directions of its own. Spall, IEEE Trans. Autom. Control 37, 332 (1992), equation 2.2.
 */
export function spsa({ step = 0.1, repeats = 1, seed = 0, ...more }: SpsaOptions = {}): GradientMethod {
  checkNoOthers('spsa', { step, repeats, seed }, more);
  checkOption('spsa', { step }, step > 0 && Number.isFinite(step), 'an angle above 0');
  checkWhole('spsa', { repeats }, 1);
  checkWhole('spsa', { seed }, 0);
  let calls = 0;
  return {
    name: 'spsa',
    options: { step, repeats, seed },
    executions: () => 2 * repeats,
    pullBack: (simulator, program, features, weights, cotangents, wanted) => {
      checkCotangents(program, rowsIn(program, features), cotangents);
      const draw = uniform(seed, calls++);
      const signs = (length: number) => Float64Array.from({ length }, () => (draw() < 0.5 ? -1 : 1));
      const outputs = program.observables.length;
      const inWeights = new Float64Array(weights.length);
      const inFeatures = new Float64Array(wanted.features ? features.length : 0);
      for (let k = 0; k < repeats; k++) {
        const [inTheta, inX] = [signs(weights.length), signs(inFeatures.length)];
        const moved = (by: number) =>
          simulator.run(
            program,
            Float64Array.from(features, (value, j) => value + by * (inX[j] ?? 0)),
            Float64Array.from(weights, (value, j) => value + by * inTheta[j]),
          );
        const [above, below] = [moved(step), moved(-step)];
        const rise = above.map((o, j) => (cotangents[j] * (o - below[j])) / (2 * step * repeats));
        const total = rise.reduce((sum, value) => sum + value, 0);
        inTheta.forEach((sign, j) => {
          inWeights[j] += total * sign;
        });
        rise.forEach((value, j) => {
          const start = Math.floor(j / outputs) * program.features;
          for (let at = start; at < Math.min(start + program.features, inFeatures.length); at++)
            inFeatures[at] += value * inX[at];
        });
      }
      return { weights: inWeights, features: inFeatures };
    },
  };
}
