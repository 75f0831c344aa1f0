import { averagePool, binarize, pca, type Step, screen, zScore } from '@hqnn/data';
import type { HybridOptions } from './hybrid.ts';

/** A named way from images to a trained model. */
export interface Preset {
  /** What it is, in a line. */
  readonly summary: string;
  /** From images to as many features. */
  readonly steps: (features: number) => readonly Step[];
  readonly model: Required<Pick<HybridOptions, 'features' | 'qubits' | 'layers'>>;
}

/** How every preset is trained, unless told otherwise. */
export const TRAINING = { epochs: 15, batch: 32, learningRate: 0.03 } as const;

/** Where the trainable scale of each encoded feature starts: a larger one folds the features over and does not train. */
export const startScale = (layers: number): number => 0.5 * Math.min(1, Math.sqrt(16 / layers));

const principal = (features: number) => [pca({ components: features }), zScore()];

/** Block means of binarised pixels, the most telling of them kept: no PCA, so each feature is a place in the image. */
const blockMeans = (features: number) => [
  binarize({ method: 'otsu' }),
  averagePool({ rows: 7, columns: 7 }),
  screen({ keep: features }),
  zScore(),
];

/** The presets that there are, by name. */
export const PRESETS = {
  lite: {
    summary: 'PCA-16, 4 qubits, 4 layers: half the cost of base',
    steps: principal,
    model: { features: 16, qubits: 4, layers: 4 },
  },
  base: {
    summary: 'PCA-16, 4 qubits, 8 layers',
    steps: principal,
    model: { features: 16, qubits: 4, layers: 8 },
  },
  blocks: {
    summary: 'binarised, averaged over 4×4-pixel blocks, screened to 16, 4 qubits, 8 layers',
    steps: blockMeans,
    model: { features: 16, qubits: 4, layers: 8 },
  },
} as const satisfies Record<string, Preset>;

/** The name of a preset. */
export type PresetName = keyof typeof PRESETS;

/** The preset of that name. */
export function presetNamed(name: string): Preset {
  if (!Object.hasOwn(PRESETS, name))
    throw new Error(`There is no preset ${name}. There are ${Object.keys(PRESETS).join(', ')}.`);
  return PRESETS[name as PresetName];
}
