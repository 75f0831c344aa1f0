import type { Dataset } from './dataset.ts';

/** An error unless every pixel is 0 or more, so that it can be weighed. */
export function checkInk(step: string, { features, width }: Dataset): void {
  const strange = firstNegative(features);
  if (strange >= 0)
    throw new Error(
      `${step} weighs pixels by their ink, 0 on paper and more where a digit is, ` +
        `but sample ${Math.floor(strange / width)} has ${features[strange]}. ${step} stands before the steps that scale.`,
    );
}

function firstNegative(values: Float32Array): number {
  for (let k = 0; k < values.length; k++) if (values[k] < 0) return k;
  return -1;
}
