import type { Dataset, Step } from '../dataset.ts';
import { stepKind } from '../step-kind.ts';

/** Below it a row counts as all zero, for `validStates` as well. */
const LEAST_NORM = 1e-6;

export const unitNormKind = stepKind({
  step: 'unitNorm',
  fields: {},
  apply:
    ({ width }) =>
    (data) => {
      const features = new Float32Array(data.features.length);
      for (let start = 0; start < features.length; start += width) {
        const norm = normOf(data, start);
        for (let k = start; k < start + width; k++) features[k] = data.features[k] / norm;
      }
      return { ...data, features };
    },
});

/** Each sample divided by its Euclidean norm ‖x‖₂, as amplitudes of a quantum state are. */
export const unitNorm =
  (): Step =>
  ({ width }) =>
    unitNormKind.fitted({ width });

function normOf({ features, width }: Dataset, start: number): number {
  let squares = 0;
  for (let k = start; k < start + width; k++) squares += features[k] ** 2;
  const norm = Math.sqrt(squares);
  if (norm < LEAST_NORM)
    throw new Error(
      `Sample ${start / width} has the norm ${norm}, so that it cannot be given the norm 1. ` +
        'Let validStates stand before unitNorm: it refuses, replaces or drops such samples.',
    );
  return norm;
}
