import * as tf from '@tensorflow/tfjs-core';
import { placeOf, type QuantumLayer } from './quantum.ts';

/** What an optimiser is given: slopes by the names of variables, null where a variable is frozen. */
export type NamedSlopes = Parameters<tf.Optimizer['applyGradients']>[0];

/** The slopes in one named vector of a circuit, and where it starts among all its weights. */
export interface VectorSlopes {
  readonly start: number;
  readonly values: Float32Array;
}

/** The slopes of each circuit that is trained, vector by vector, and the rest, in their order, which are of no circuit. */
export function slopesOfCircuits(gradients: NamedSlopes) {
  const named = Array.isArray(gradients)
    ? gradients
    : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
  const ofCircuits = new Map<QuantumLayer, readonly VectorSlopes[]>();
  const rest: typeof named = [];
  for (const one of named) {
    const place = placeOf(tf.engine().registeredVariables[one.name]);
    if (!place) rest.push(one);
    else if (one.tensor && place.layer.trainable) {
      const slopes = { start: place.start, values: one.tensor.dataSync() as Float32Array };
      ofCircuits.set(place.layer, [...(ofCircuits.get(place.layer) ?? []), slopes]);
    }
  }
  return { ofCircuits, rest };
}
