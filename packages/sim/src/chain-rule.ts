import { slopeInFeature, slopeInWeight } from './angle.ts';
import { rowsIn } from './check.ts';
import type { Program } from './program.ts';
import { EVERYTHING, type Gradients, type Wanted } from './simulator.ts';

/** From slopes in the angles, rows × slots, to gradients in the weights and the features. */
export function pullBackSlots(
  program: Program,
  features: ArrayLike<number>,
  weights: ArrayLike<number>,
  slopes: Float64Array,
  wanted: Wanted = EVERYTHING,
): Gradients {
  const gradients = {
    weights: new Float64Array(program.weights),
    features: new Float64Array(wanted.features ? features.length : 0),
  };
  for (let row = 0; row < rowsIn(program, features); row++) {
    const start = row * program.features;
    program.slots.forEach((angle, slot) => {
      if (typeof angle === 'number') return;
      const slope = slopes[row * program.slots.length + slot];
      if (angle.weight !== undefined) gradients.weights[angle.weight] += slope * slopeInWeight(angle, features, start);
      if (wanted.features && angle.feature !== undefined)
        gradients.features[start + angle.feature] += slope * slopeInFeature(angle, weights);
    });
  }
  return gradients;
}
