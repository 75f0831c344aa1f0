import { type Dataset, random } from '@hqnn/data';

/** Samples of `classes` clouds around corners of a square, in 4 features: something that trains in a moment. */
export function clouds(samples: number, { classes = 2, seed = 1 } = {}): Dataset {
  const { normal } = random(seed, 'clouds');
  const labels = Uint8Array.from({ length: samples }, (_, row) => row % classes);
  const features = Float32Array.from({ length: 4 * samples }, (_, k) => {
    const [label, feature] = [labels[Math.floor(k / 4)], k % 4];
    return 0.6 * normal() + (((label >> (feature % 2)) & 1) === 1 ? 1 : -1);
  });
  return { features, labels, width: 4 };
}

export const SMALL = { features: 4, qubits: 2, layers: 3 } as const;
